-- Every table of the first schema, as the rooms' tables.py declare them (a test compares).

CREATE TABLE setting (
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE account (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT 'other' NOT NULL,
    parent_id TEXT,
    departments TEXT DEFAULT '[]' NOT NULL,
    street TEXT,
    city TEXT,
    region TEXT,
    postcode TEXT,
    country TEXT,
    address_key TEXT,
    phone TEXT,
    latitude REAL,
    longitude REAL,
    time_zone TEXT,
    access TEXT,
    formulary TEXT,
    payers TEXT DEFAULT '[]' NOT NULL,
    budget_months TEXT,
    purchase TEXT DEFAULT '[]' NOT NULL,
    signs TEXT,
    committee_on TEXT,
    asked_for TEXT,
    state TEXT DEFAULT 'active' NOT NULL,
    merged_into_id TEXT,
    PRIMARY KEY (id),
    CHECK (state IN ('active', 'closed', 'merged')),
    UNIQUE (ref),
    FOREIGN KEY(parent_id) REFERENCES account (id),
    FOREIGN KEY(merged_into_id) REFERENCES account (id)
);

CREATE INDEX account_merged ON account (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ix_account_address_key ON account (address_key);
CREATE INDEX ix_account_city ON account (city);
CREATE INDEX ix_account_folded ON account (folded);
CREATE INDEX ix_account_name ON account (name);
CREATE INDEX ix_account_parent_id ON account (parent_id);

CREATE TABLE product (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    generic_name TEXT,
    indications TEXT DEFAULT '[]' NOT NULL,
    mechanism TEXT,
    trials TEXT DEFAULT '[]' NOT NULL,
    safety_profile TEXT,
    comparisons TEXT DEFAULT '[]' NOT NULL,
    labelling TEXT,
    from_on TEXT,
    until_on TEXT,
    updated_on TEXT,
    pack TEXT,
    PRIMARY KEY (id),
    UNIQUE (ref),
    UNIQUE (folded)
);

CREATE TABLE message (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    product_id TEXT NOT NULL,
    roles TEXT DEFAULT '[]' NOT NULL,
    specialties TEXT DEFAULT '[]' NOT NULL,
    angle TEXT,
    text_20s TEXT NOT NULL,
    text_2m TEXT,
    text_10m TEXT,
    claim TEXT NOT NULL,
    limitation TEXT NOT NULL,
    citation TEXT,
    figure TEXT,
    expires_on TEXT,
    updated_on TEXT,
    retired_on TEXT,
    pack TEXT,
    code TEXT,
    PRIMARY KEY (id),
    CHECK (limitation <> ''),
    CHECK (angle IS NULL OR angle IN ('adherence', 'side effects', 'cost', 'outcomes', 'workflow')),
    UNIQUE (ref),
    FOREIGN KEY(product_id) REFERENCES product (id)
);

CREATE INDEX ix_message_product_id ON message (product_id);
CREATE UNIQUE INDEX message_code ON message (pack, code) WHERE pack IS NOT NULL;

CREATE TABLE objection (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    product_id TEXT NOT NULL,
    category TEXT NOT NULL,
    text TEXT NOT NULL,
    answer TEXT NOT NULL,
    citation TEXT,
    expires_on TEXT,
    updated_on TEXT,
    retired_on TEXT,
    pack TEXT,
    code TEXT,
    PRIMARY KEY (id),
    CHECK (category IN ('clinical', 'financial', 'logistical')),
    UNIQUE (ref),
    FOREIGN KEY(product_id) REFERENCES product (id)
);

CREATE INDEX ix_objection_product_id ON objection (product_id);
CREATE UNIQUE INDEX objection_code ON objection (pack, code) WHERE pack IS NOT NULL;

CREATE TABLE material (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT DEFAULT 'article' NOT NULL,
    version TEXT,
    product_id TEXT,
    summary TEXT,
    topics TEXT DEFAULT '[]' NOT NULL,
    place TEXT,
    dated_on TEXT,
    expires_on TEXT,
    updated_on TEXT,
    retired_on TEXT,
    pack TEXT,
    code TEXT,
    PRIMARY KEY (id),
    UNIQUE (ref),
    FOREIGN KEY(product_id) REFERENCES product (id)
);

CREATE INDEX ix_material_product_id ON material (product_id);
CREATE UNIQUE INDEX material_code ON material (pack, code) WHERE pack IS NOT NULL;

CREATE TABLE coverage (
    id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    payer TEXT NOT NULL,
    account_id TEXT,
    state TEXT DEFAULT 'covered' NOT NULL,
    steps TEXT,
    from_on TEXT,
    until_on TEXT,
    pack TEXT,
    PRIMARY KEY (id),
    CHECK (state IN ('covered', 'restricted', 'not covered', 'pending')),
    FOREIGN KEY(product_id) REFERENCES product (id),
    FOREIGN KEY(account_id) REFERENCES account (id)
);

CREATE INDEX ix_coverage_account_id ON coverage (account_id);
CREATE INDEX ix_coverage_product_id ON coverage (product_id);

CREATE TABLE pack (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    language TEXT,
    loaded_on TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE provider (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    name TEXT NOT NULL,
    given_name TEXT DEFAULT '' NOT NULL,
    family_name TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    native_name TEXT DEFAULT '' NOT NULL,
    pinyin TEXT DEFAULT '' NOT NULL,
    nicknames TEXT DEFAULT '[]' NOT NULL,
    role TEXT DEFAULT 'physician' NOT NULL,
    specialties TEXT DEFAULT '[]' NOT NULL,
    npi TEXT,
    tier TEXT,
    segment TEXT,
    ideal_days INTEGER,
    maximum_days INTEGER,
    languages TEXT DEFAULT '[]' NOT NULL,
    phone TEXT,
    email TEXT,
    assistant_name TEXT,
    assistant_phone TEXT,
    preferred_channel TEXT,
    best_times TEXT,
    likes TEXT,
    prescribing TEXT,
    patients TEXT,
    interests TEXT,
    state TEXT DEFAULT 'active' NOT NULL,
    seen_before_on TEXT,
    last_contact_on TEXT,
    snoozed_until TEXT,
    snoozed_because TEXT,
    PRIMARY KEY (id),
    CHECK (state IN ('unverified', 'active', 'no-see', 'left')),
    CHECK (tier IS NULL OR tier IN ('A', 'B', 'C', 'D')),
    UNIQUE (ref),
    UNIQUE (npi)
);

CREATE INDEX ix_provider_name ON provider (name);
CREATE INDEX provider_cadence ON provider (tier, last_contact_on, ref, snoozed_until, id, state, role, ideal_days) WHERE state <> 'left' AND role <> 'colleague' AND ideal_days IS NULL;
CREATE INDEX provider_colleague ON provider (name) WHERE role = 'colleague';
CREATE INDEX provider_family ON provider (family_name, native_name, given_name, state, id);
CREATE INDEX provider_own_cadence ON provider (last_contact_on) WHERE ideal_days IS NOT NULL;

CREATE TABLE licence (
    id TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    region TEXT DEFAULT '' NOT NULL,
    number TEXT NOT NULL,
    status TEXT,
    expires_on TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(provider_id) REFERENCES provider (id)
);

CREATE INDEX ix_licence_provider_id ON licence (provider_id);
CREATE UNIQUE INDEX licence_number ON licence (number, region);

CREATE TABLE affiliation (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    department TEXT DEFAULT '' NOT NULL,
    role TEXT,
    is_primary INTEGER DEFAULT '0' NOT NULL,
    hours TEXT,
    building TEXT,
    floor TEXT,
    room TEXT,
    from_on TEXT,
    until_on TEXT,
    PRIMARY KEY (id),
    UNIQUE (ref),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(account_id) REFERENCES account (id)
);

CREATE INDEX ix_affiliation_account_id ON affiliation (account_id);
CREATE INDEX ix_affiliation_provider_id ON affiliation (provider_id);

CREATE TABLE name_key (
    "key" TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    PRIMARY KEY ("key", provider_id)
)
    WITHOUT ROWID;

CREATE INDEX ix_name_key_provider_id ON name_key (provider_id);

CREATE TABLE relation (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    from_on TEXT,
    until_on TEXT,
    evidence TEXT,
    PRIMARY KEY (id),
    CHECK (kind IN ('reports to', 'refers to', 'mentors', 'influences', 'works with')),
    CHECK (provider_id <> other_id),
    UNIQUE (ref),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(other_id) REFERENCES provider (id)
);

CREATE INDEX ix_relation_other_id ON relation (other_id);
CREATE INDEX ix_relation_provider_id ON relation (provider_id);

CREATE TABLE stance (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    account_id TEXT,
    product_id TEXT,
    stance TEXT,
    influence TEXT,
    noted_on TEXT NOT NULL,
    evidence TEXT,
    PRIMARY KEY (id),
    CHECK (stance IS NULL OR stance IN ('champion', 'supporter', 'neutral', 'skeptic', 'blocker')),
    CHECK (influence IS NULL OR influence IN ('decision-maker', 'influencer', 'gatekeeper', 'user')),
    CHECK (stance IS NOT NULL OR influence IS NOT NULL),
    UNIQUE (ref),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(account_id) REFERENCES account (id),
    FOREIGN KEY(product_id) REFERENCES product (id)
);

CREATE INDEX ix_stance_account_id ON stance (account_id);
CREATE INDEX ix_stance_product_id ON stance (product_id);
CREATE INDEX stance_of ON stance (provider_id, noted_on);

CREATE TABLE objective (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    what TEXT NOT NULL,
    measure TEXT,
    benefit TEXT,
    kind TEXT DEFAULT 'win' NOT NULL,
    product_id TEXT,
    from_on TEXT NOT NULL,
    until_on TEXT,
    result TEXT DEFAULT 'open' NOT NULL,
    why TEXT,
    evidence TEXT,
    closed_on TEXT,
    visit_id TEXT,
    PRIMARY KEY (id),
    CHECK (result IN ('open', 'met', 'partly', 'missed', 'dropped')),
    UNIQUE (ref),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(product_id) REFERENCES product (id)
);

CREATE INDEX ix_objective_provider_id ON objective (provider_id);
CREATE INDEX objective_open ON objective (provider_id, result) WHERE result = 'open';
CREATE INDEX objective_product ON objective (product_id) WHERE product_id IS NOT NULL;

CREATE TABLE visit (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    account_id TEXT,
    department TEXT DEFAULT '' NOT NULL,
    on_date TEXT NOT NULL,
    start_at TEXT,
    minutes_planned INTEGER,
    minutes INTEGER,
    channel TEXT DEFAULT 'in-person' NOT NULL,
    purpose TEXT,
    heads INTEGER,
    origin TEXT,
    state TEXT NOT NULL,
    appointment TEXT,
    agreed_with TEXT,
    cancelled_by TEXT,
    objective_id TEXT,
    outcome TEXT,
    said TEXT,
    agreed TEXT,
    reading TEXT,
    rival TEXT,
    sample_text TEXT,
    next_on TEXT,
    typed TEXT,
    opening_id TEXT,
    PRIMARY KEY (id),
    CHECK (state IN ('planned', 'logged', 'filed', 'cancelled')),
    CHECK (outcome IS NULL OR outcome IN ('seen', 'brief', 'staff', 'no-see', 'cancelled')),
    UNIQUE (ref),
    FOREIGN KEY(account_id) REFERENCES account (id),
    FOREIGN KEY(objective_id) REFERENCES objective (id)
);

CREATE INDEX ix_visit_account_id ON visit (account_id);
CREATE INDEX ix_visit_on_date ON visit (on_date);
CREATE INDEX visit_objective ON visit (objective_id) WHERE objective_id IS NOT NULL;
CREATE INDEX visit_opening ON visit (opening_id, on_date) WHERE opening_id IS NOT NULL;
CREATE INDEX visit_planned ON visit (on_date) WHERE state = 'planned';
CREATE INDEX visit_rival ON visit (on_date) WHERE rival IS NOT NULL;

CREATE TABLE visit_provider (
    id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id),
    FOREIGN KEY(provider_id) REFERENCES provider (id)
);

CREATE INDEX ix_visit_provider_provider_id ON visit_provider (provider_id);
CREATE UNIQUE INDEX visit_provider_pair ON visit_provider (visit_id, provider_id);

CREATE TABLE visit_product (
    id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    message_id TEXT,
    reaction TEXT,
    said TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id),
    FOREIGN KEY(product_id) REFERENCES product (id),
    FOREIGN KEY(message_id) REFERENCES message (id)
);

CREATE INDEX ix_visit_product_message_id ON visit_product (message_id);
CREATE INDEX ix_visit_product_product_id ON visit_product (product_id);
CREATE INDEX ix_visit_product_visit_id ON visit_product (visit_id);

CREATE TABLE visit_objection (
    id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    kind TEXT,
    said TEXT NOT NULL,
    objection_id TEXT,
    product_id TEXT,
    answer TEXT,
    has_landed INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id),
    FOREIGN KEY(objection_id) REFERENCES objection (id),
    FOREIGN KEY(product_id) REFERENCES product (id)
);

CREATE INDEX ix_visit_objection_objection_id ON visit_objection (objection_id);
CREATE INDEX ix_visit_objection_product_id ON visit_objection (product_id);
CREATE INDEX ix_visit_objection_visit_id ON visit_objection (visit_id);

CREATE TABLE value_given (
    id TEXT NOT NULL,
    provider_id TEXT,
    visit_id TEXT,
    kind TEXT DEFAULT 'other' NOT NULL,
    what TEXT NOT NULL,
    material_id TEXT,
    given_on TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id),
    FOREIGN KEY(material_id) REFERENCES material (id)
);

CREATE INDEX ix_value_given_provider_id ON value_given (provider_id);
CREATE INDEX ix_value_given_visit_id ON value_given (visit_id);
CREATE INDEX value_given_material ON value_given (material_id, provider_id, given_on) WHERE material_id IS NOT NULL;

CREATE TABLE rollout (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    product_id TEXT NOT NULL,
    account_id TEXT,
    provider_id TEXT,
    from_on TEXT NOT NULL,
    ended_on TEXT,
    PRIMARY KEY (id),
    CHECK (account_id IS NOT NULL OR provider_id IS NOT NULL),
    UNIQUE (ref),
    FOREIGN KEY(product_id) REFERENCES product (id),
    FOREIGN KEY(account_id) REFERENCES account (id),
    FOREIGN KEY(provider_id) REFERENCES provider (id)
);

CREATE INDEX ix_rollout_account_id ON rollout (account_id);
CREATE INDEX ix_rollout_product_id ON rollout (product_id);
CREATE INDEX ix_rollout_provider_id ON rollout (provider_id);

CREATE TABLE followup (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    provider_id TEXT,
    account_id TEXT,
    visit_id TEXT,
    rollout_id TEXT,
    "by" TEXT DEFAULT 'us' NOT NULL,
    kind TEXT DEFAULT 'promise' NOT NULL,
    what TEXT NOT NULL,
    channel TEXT,
    via_id TEXT,
    via_since_on TEXT,
    made_on TEXT NOT NULL,
    due_on TEXT,
    is_assumed INTEGER DEFAULT '0' NOT NULL,
    state TEXT DEFAULT 'open' NOT NULL,
    closed_on TEXT,
    proof TEXT,
    why TEXT,
    snoozed_until TEXT,
    snoozed_because TEXT,
    PRIMARY KEY (id),
    CHECK (by IN ('us', 'them')),
    CHECK (state IN ('open', 'kept', 'late', 'broken', 'waived')),
    UNIQUE (ref),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(account_id) REFERENCES account (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id),
    FOREIGN KEY(rollout_id) REFERENCES rollout (id),
    FOREIGN KEY(via_id) REFERENCES provider (id)
);

CREATE INDEX followup_of ON followup (provider_id, state, due_on);
CREATE INDEX followup_open ON followup (due_on, "by", snoozed_until, state, id) WHERE state = 'open';
CREATE INDEX followup_via ON followup (via_id) WHERE via_id IS NOT NULL;
CREATE INDEX ix_followup_account_id ON followup (account_id);
CREATE INDEX ix_followup_rollout_id ON followup (rollout_id);
CREATE INDEX ix_followup_visit_id ON followup (visit_id);

CREATE TABLE concern (
    id TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    visit_id TEXT,
    what TEXT NOT NULL,
    raised_on TEXT NOT NULL,
    settled_on TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id)
);

CREATE INDEX concern_of ON concern (provider_id, settled_on);
CREATE INDEX ix_concern_visit_id ON concern (visit_id);

CREATE TABLE note (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    visit_id TEXT,
    kind TEXT DEFAULT 'professional' NOT NULL,
    topic TEXT,
    text TEXT NOT NULL,
    source TEXT,
    noted_on TEXT NOT NULL,
    happened_on TEXT,
    yearly TEXT,
    expires_on TEXT,
    PRIMARY KEY (id),
    CHECK (kind IN ('professional', 'personal')),
    UNIQUE (ref),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id)
);

CREATE INDEX ix_note_provider_id ON note (provider_id);
CREATE INDEX ix_note_visit_id ON note (visit_id);
CREATE INDEX note_yearly ON note (yearly) WHERE yearly IS NOT NULL;

CREATE TABLE drill_card (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    aspect TEXT NOT NULL,
    state TEXT NOT NULL,
    due_at TEXT NOT NULL,
    practised_at TEXT,
    PRIMARY KEY (id),
    CHECK (kind IN ('message', 'objection', 'fact', 'who')),
    UNIQUE (ref)
);

CREATE UNIQUE INDEX drill_card_subject ON drill_card (subject_id, aspect);
CREATE INDEX ix_drill_card_due_at ON drill_card (due_at);

CREATE TABLE own_policy (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE reception_rule (
    id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    department TEXT DEFAULT '' NOT NULL,
    place TEXT,
    weekdays TEXT DEFAULT '[]' NOT NULL,
    opens TEXT,
    closes TEXT,
    booking TEXT DEFAULT 'none' NOT NULL,
    lead_days INTEGER,
    lead_by TEXT,
    form TEXT,
    people_needed INTEGER,
    contact TEXT,
    filing TEXT,
    filing_until_on TEXT,
    source TEXT,
    noted_on TEXT NOT NULL,
    until_on TEXT,
    PRIMARY KEY (id),
    CHECK (booking IN ('none', 'appointment', 'application')),
    FOREIGN KEY(account_id) REFERENCES account (id)
);

CREATE INDEX ix_reception_rule_account_id ON reception_rule (account_id);
CREATE INDEX reception_filing ON reception_rule (filing_until_on) WHERE filing_until_on IS NOT NULL;

CREATE TABLE time_off (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    kind TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    from_time TEXT,
    until_time TEXT,
    what TEXT,
    source TEXT DEFAULT '' NOT NULL,
    ended_on TEXT,
    PRIMARY KEY (id),
    CHECK (kind IN ('off', 'holiday', 'workday', 'busy')),
    CHECK (until_on > from_on),
    CHECK ((kind = 'busy') = (from_time IS NOT NULL)),
    CHECK ((kind = 'busy') = (until_time IS NOT NULL)),
    UNIQUE (ref)
);

CREATE INDEX time_off_days ON time_off (from_on, until_on);

CREATE TABLE calendar_entry (
    id TEXT NOT NULL,
    uid TEXT NOT NULL,
    occurrence TEXT DEFAULT '' NOT NULL,
    sequence INTEGER DEFAULT '0' NOT NULL,
    hours_read TEXT DEFAULT '' NOT NULL,
    visit_id TEXT,
    time_off_id TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id),
    FOREIGN KEY(time_off_id) REFERENCES time_off (id)
);

CREATE UNIQUE INDEX calendar_entry_of ON calendar_entry (uid, occurrence);
CREATE INDEX calendar_entry_time_off ON calendar_entry (time_off_id) WHERE time_off_id IS NOT NULL;
CREATE INDEX calendar_entry_visit ON calendar_entry (visit_id) WHERE visit_id IS NOT NULL;

CREATE TABLE watch_word (
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK (label IN ('safety', 'barred')),
    UNIQUE (folded)
);

CREATE TABLE override (
    id TEXT NOT NULL,
    rule TEXT NOT NULL,
    tbl TEXT NOT NULL,
    record_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ix_override_record_id ON override (record_id);

CREATE TABLE consent (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    value TEXT DEFAULT '' NOT NULL,
    topic TEXT DEFAULT '' NOT NULL,
    is_in INTEGER NOT NULL,
    given_on TEXT NOT NULL,
    how TEXT,
    expires_on TEXT,
    until_on TEXT,
    PRIMARY KEY (id),
    CHECK (channel IN ('email', 'phone', 'message', 'data')),
    UNIQUE (ref),
    FOREIGN KEY(provider_id) REFERENCES provider (id)
);

CREATE INDEX ix_consent_provider_id ON consent (provider_id);

CREATE TABLE safety_report (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    provider_id TEXT,
    product_id TEXT,
    visit_id TEXT,
    heard_at TEXT NOT NULL,
    what TEXT NOT NULL,
    age_band TEXT,
    sex TEXT,
    due_at TEXT NOT NULL,
    state TEXT DEFAULT 'open' NOT NULL,
    reported_at TEXT,
    reference TEXT,
    why TEXT,
    PRIMARY KEY (id),
    CHECK (state IN ('open', 'reported', 'not-an-event')),
    CHECK (sex IS NULL OR sex IN ('female', 'male', 'other')),
    CHECK (state <> 'reported' OR reference IS NOT NULL),
    UNIQUE (ref),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(product_id) REFERENCES product (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id)
);

CREATE INDEX ix_safety_report_product_id ON safety_report (product_id);
CREATE INDEX ix_safety_report_provider_id ON safety_report (provider_id);
CREATE INDEX ix_safety_report_visit_id ON safety_report (visit_id);
CREATE INDEX safety_open ON safety_report (due_at) WHERE state = 'open';

CREATE TABLE inquiry (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    product_id TEXT,
    visit_id TEXT,
    followup_id TEXT,
    question TEXT NOT NULL,
    is_unsolicited INTEGER DEFAULT '1' NOT NULL,
    answer_by TEXT,
    routed_to TEXT,
    asked_on TEXT NOT NULL,
    state TEXT DEFAULT 'open' NOT NULL,
    sent_at TEXT,
    answered_on TEXT,
    answer TEXT,
    handed_on TEXT,
    why TEXT,
    PRIMARY KEY (id),
    CHECK (state IN ('open', 'sent', 'answered', 'handed', 'withdrawn')),
    UNIQUE (ref),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(product_id) REFERENCES product (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id),
    FOREIGN KEY(followup_id) REFERENCES followup (id)
);

CREATE INDEX inquiry_of ON inquiry (provider_id, state);
CREATE INDEX inquiry_waiting ON inquiry (asked_on) WHERE state IN ('open', 'sent', 'answered');
CREATE INDEX ix_inquiry_followup_id ON inquiry (followup_id);
CREATE INDEX ix_inquiry_product_id ON inquiry (product_id);
CREATE INDEX ix_inquiry_visit_id ON inquiry (visit_id);

CREATE TABLE sample_lot (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    product_id TEXT NOT NULL,
    strength TEXT DEFAULT '' NOT NULL,
    number TEXT NOT NULL,
    expires_on TEXT,
    PRIMARY KEY (id),
    UNIQUE (ref),
    FOREIGN KEY(product_id) REFERENCES product (id)
);

CREATE UNIQUE INDEX sample_lot_number ON sample_lot (product_id, strength, number);

CREATE TABLE sample_movement (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    on_date TEXT NOT NULL,
    provider_id TEXT,
    visit_id TEXT,
    request TEXT,
    receipt TEXT,
    to_whom TEXT,
    why TEXT,
    corrects_id TEXT,
    PRIMARY KEY (id),
    CHECK (kind IN ('received', 'dropped', 'returned', 'lost', 'transferred', 'adjusted')),
    CHECK (quantity <> 0),
    UNIQUE (ref),
    FOREIGN KEY(lot_id) REFERENCES sample_lot (id),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(corrects_id) REFERENCES sample_movement (id)
);

CREATE INDEX ix_sample_movement_corrects_id ON sample_movement (corrects_id);
CREATE INDEX ix_sample_movement_visit_id ON sample_movement (visit_id);
CREATE INDEX sample_movement_lot ON sample_movement (lot_id, on_date, quantity);
CREATE INDEX sample_movement_of ON sample_movement (provider_id, on_date);

CREATE TABLE sample_count (
    id TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    on_date TEXT NOT NULL,
    found INTEGER NOT NULL,
    expected INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(lot_id) REFERENCES sample_lot (id)
);

CREATE INDEX ix_sample_count_lot_id ON sample_count (lot_id);

CREATE TABLE spend (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    on_date TEXT NOT NULL,
    minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    nature TEXT NOT NULL,
    heads INTEGER NOT NULL,
    product_id TEXT,
    visit_id TEXT,
    account_id TEXT,
    what TEXT,
    PRIMARY KEY (id),
    CHECK (minor > 0),
    CHECK (heads > 0),
    UNIQUE (ref),
    FOREIGN KEY(product_id) REFERENCES product (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id),
    FOREIGN KEY(account_id) REFERENCES account (id)
);

CREATE INDEX ix_spend_account_id ON spend (account_id);
CREATE INDEX ix_spend_on_date ON spend (on_date);
CREATE INDEX ix_spend_product_id ON spend (product_id);
CREATE INDEX ix_spend_visit_id ON spend (visit_id);

CREATE TABLE spend_share (
    id TEXT NOT NULL,
    spend_id TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    minor INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(spend_id) REFERENCES spend (id),
    FOREIGN KEY(provider_id) REFERENCES provider (id)
);

CREATE INDEX ix_spend_share_provider_id ON spend_share (provider_id);
CREATE UNIQUE INDEX spend_share_pair ON spend_share (spend_id, provider_id);

CREATE TABLE travel_time (
    service TEXT NOT NULL,
    from_point TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    minutes TEXT NOT NULL,
    PRIMARY KEY (service, from_point, asked_on)
);

CREATE TABLE known_place (
    address TEXT NOT NULL,
    source TEXT NOT NULL,
    found TEXT NOT NULL,
    PRIMARY KEY (address)
);
