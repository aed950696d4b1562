"""Whether a concern is a medical one: words in both languages. Parking and paperwork are not."""

from __future__ import annotations

from repplan.products.conditions import AGE, has, is_foreign_name, populations, spans
from repplan.products.topics import plain, units
from repplan.text import fold

_MEDICAL = frozenset(
    {
        "low pressure", "kidney", "liver", "bleeding", "swelling", "cough", "potassium", "sugar",
        "weight", "skin", "stomach", "interactions", "dosing", "switching", "registry", "trial",
        "guideline", "stroke", "mortality", "admissions", "adherence", "monitoring", "pregnancy",
        "tolerance",
    }
)  # fmt: skip
"""Subjects of ``topics`` that are medical."""

_ANY_PEOPLE = frozenset({"old", "young", "women", "men", "asians", "black"})

_NOT_MEDICAL = (
    "data entry", "data protection", "data privacy", "medical record", "heartless", "heart of",
    "eye contact", "pressure to", "under pressure", "time pressure", "lab coat",
    "sleep in", "study leave", "risk of delay", "electronic record", "病历", "病房", "病案", "病人",
    "病床", "病假", "血本", "有效期",
)  # fmt: skip
"""Words that only sound medical."""

_MEDICAL_WORDS = (
    "pain|ache|headache|migraine|itch|hair loss|fever|fatigue|tired|insomnia|sleep|breath|dyspn|"
    "palpit|heart|cardia|rhythm|qt|ecg|ekg|blood|pressure|pulse|brain|memory|confus|depress|"
    "anxiety|mood|suicid|hallucin|tremor|numb|muscle|joint|bone|fractur|gout|uric|thyroid|hormon|"
    "lipid|cholesterol|ldl|statin|enzyme|lab test|lab value|labs|anaemi|anemi|platelet|clot|infect|vaccin|immun|"
    "allerg|anaphyl|shock|toxic|overdos|withdraw|addict|depend|abuse|antidote|reversal|half life|"
    "pharmac|metabol|absor|mechanism|receptor|efficac|effective|work in|outcome|evidence|"
    "data|study|studies|off label|on label|the label|labelling|indicat|contraindic|symptom|diseas|syndrome|disorder|"
    "diagnos|therap|treatment|medication|medicine|dos|inject|infus|surgery|wound|eye|vision|hearing|urin|"
    "bladder|prostat|sexual|erect|libido|fertil|menstru|lung|constip|appetite|bowel|reflux|risk|"
    "mutation|resist|relapse|remission|progress|long term|too new|疼|痛|痒|脱发|发热|乏力|失眠|睡眠|呼吸|心脏|心律|心悸|心慌|心电|心率|胸|血|脑|记忆|"
    "抑郁|焦虑|震颤|麻木|肌肉|肌酶|关节|骨|痛风|尿|甲状腺|激素|血脂|感染|疫苗|免疫|过敏|中毒|过量|戒断|依赖|"
    "半衰期|代谢|机制|疗效|有效|效果|证据|研究|适应症|适应证|禁忌|症状|疾病|综合征|诊断|治疗|用药|注射|眼|"
    "听力|前列腺|性功能|生育|月经|肺|便秘|食欲|风险|突变|耐药|复发|缓解|病"
).split("|")


def is_medical(concern: str) -> bool:
    """Whether a concern names a medical subject: then medical can answer it."""
    for word in _NOT_MEDICAL:
        concern = fold(concern).replace(word, " ")
    if populations(concern) - _ANY_PEOPLE or any(one.measure != AGE for one in spans(concern)):
        return True
    if units(concern).subjects & _MEDICAL:
        return True
    said = plain(concern)
    return any(map(is_foreign_name, said.split())) or has(said, _MEDICAL_WORDS)
