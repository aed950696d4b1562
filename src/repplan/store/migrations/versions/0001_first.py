"""The first schema: every table of the daily rooms, the journal, the search index, two views."""

from __future__ import annotations

from alembic import op

from repplan.store import journal, search

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = """
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
    from_on TEXT,
    until_on TEXT,
    PRIMARY KEY (id),
    UNIQUE (ref),
    UNIQUE (folded)
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
    is_primary INTEGER DEFAULT 0 NOT NULL,
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
CREATE INDEX visit_planned ON visit (on_date) WHERE state = 'planned';

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
    reaction TEXT,
    said TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id),
    FOREIGN KEY(product_id) REFERENCES product (id)
);

CREATE INDEX ix_visit_product_product_id ON visit_product (product_id);
CREATE INDEX ix_visit_product_visit_id ON visit_product (visit_id);

CREATE TABLE visit_objection (
    id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    kind TEXT,
    said TEXT NOT NULL,
    answer TEXT,
    has_landed INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id)
);

CREATE INDEX ix_visit_objection_visit_id ON visit_objection (visit_id);

CREATE TABLE value_given (
    id TEXT NOT NULL,
    provider_id TEXT,
    visit_id TEXT,
    what TEXT NOT NULL,
    given_on TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id)
);

CREATE INDEX ix_value_given_provider_id ON value_given (provider_id);
CREATE INDEX ix_value_given_visit_id ON value_given (visit_id);

CREATE TABLE followup (
    id TEXT NOT NULL,
    ref TEXT NOT NULL,
    provider_id TEXT,
    account_id TEXT,
    visit_id TEXT,
    "by" TEXT DEFAULT 'us' NOT NULL,
    kind TEXT DEFAULT 'promise' NOT NULL,
    what TEXT NOT NULL,
    channel TEXT,
    via_id TEXT,
    via_since_on TEXT,
    made_on TEXT NOT NULL,
    due_on TEXT,
    is_assumed INTEGER DEFAULT 0 NOT NULL,
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
    FOREIGN KEY(via_id) REFERENCES provider (id)
);

CREATE INDEX followup_of ON followup (provider_id, state, due_on);
CREATE INDEX followup_via ON followup (via_id) WHERE via_id IS NOT NULL;
CREATE INDEX followup_open ON followup (due_on, "by", snoozed_until, state) WHERE state = 'open';
CREATE INDEX ix_followup_account_id ON followup (account_id);
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
    text TEXT NOT NULL,
    source TEXT,
    noted_on TEXT NOT NULL,
    expires_on TEXT,
    PRIMARY KEY (id),
    CHECK (kind IN ('professional', 'personal')),
    UNIQUE (ref),
    FOREIGN KEY(provider_id) REFERENCES provider (id),
    FOREIGN KEY(visit_id) REFERENCES visit (id)
);

CREATE INDEX ix_note_provider_id ON note (provider_id);
CREATE INDEX ix_note_visit_id ON note (visit_id)
"""

VIEWS = (
    # A real contact: it happened, they were met, and it was more than a letter.
    """
CREATE VIEW real_contact AS
SELECT vp.provider_id, v.id AS visit_id, v.on_date
FROM visit_provider vp JOIN visit v ON v.id = vp.visit_id
WHERE v.state IN ('logged', 'filed') AND v.outcome IN ('seen', 'brief')
  AND v.channel NOT IN ('email', 'message')
""",
    # An actual visit: logged or filed, whatever came of it.
    """
CREATE VIEW actual_visit AS
SELECT vp.provider_id, v.id AS visit_id, v.on_date, v.outcome
FROM visit_provider vp JOIN visit v ON v.id = vp.visit_id
WHERE v.state IN ('logged', 'filed')
""",
)


def upgrade() -> None:
    """Bring the store here; there is no way back but the backup."""
    for statement in (
        *TABLES.split(";\n"),
        *VIEWS,
        *search.schema_sql(),
        *journal.SCHEMA_SQL,
    ):
        op.execute(statement)

