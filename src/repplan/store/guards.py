"""What the law keeps is only added to: the triggers that say so, whoever writes.

A mistake in such a record gets a correcting entry instead.
"""

from __future__ import annotations

LAW: dict[str, str] = {
    "sample_movement_stands": (
        "CREATE TRIGGER sample_movement_stands BEFORE UPDATE ON sample_movement BEGIN "
        "SELECT RAISE(ABORT, 'sample movements are append-only'); END"
    ),
    "sample_movement_keeps": (
        "CREATE TRIGGER sample_movement_keeps BEFORE DELETE ON sample_movement BEGIN "
        "SELECT RAISE(ABORT, 'sample movements are append-only'); END"
    ),
    "sample_count_stands": (
        "CREATE TRIGGER sample_count_stands BEFORE UPDATE ON sample_count BEGIN "
        "SELECT RAISE(ABORT, 'counts of samples are append-only'); END"
    ),
    "sample_count_keeps": (
        "CREATE TRIGGER sample_count_keeps BEFORE DELETE ON sample_count BEGIN "
        "SELECT RAISE(ABORT, 'counts of samples are append-only'); END"
    ),
    "inquiry_stands": (
        "CREATE TRIGGER inquiry_stands "
        "BEFORE UPDATE OF id, ref, provider_id, product_id, visit_id, followup_id, question, "
        "is_unsolicited, answer_by, routed_to, asked_on, sent_at ON inquiry "
        "WHEN OLD.sent_at IS NOT NULL BEGIN "
        "SELECT RAISE(ABORT, 'an inquiry is locked once sent'); END"
    ),
    "inquiry_keeps": (
        "CREATE TRIGGER inquiry_keeps BEFORE DELETE ON inquiry WHEN OLD.sent_at IS NOT NULL BEGIN "
        "SELECT RAISE(ABORT, 'an inquiry is locked once sent'); END"
    ),
    "safety_report_stands": (
        "CREATE TRIGGER safety_report_stands BEFORE UPDATE ON safety_report "
        "WHEN OLD.state = 'reported' BEGIN "
        "SELECT RAISE(ABORT, 'a safety report stands once reported'); END"
    ),
    "safety_report_keeps": (
        "CREATE TRIGGER safety_report_keeps BEFORE DELETE ON safety_report "
        "WHEN OLD.state = 'reported' BEGIN "
        "SELECT RAISE(ABORT, 'a safety report stands once reported'); END"
    ),
}
"""Name → SQL. Made with the journal's own triggers, after every migration."""
