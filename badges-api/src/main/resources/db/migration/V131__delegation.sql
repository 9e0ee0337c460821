-- Rights that a member who manages lends to another one, from a day until a day.
CREATE TABLE delegation (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    delegated_by    uuid NOT NULL,
    account_id      uuid NOT NULL,
    rights          text[] NOT NULL
        CHECK (rights <@ ARRAY['PROPOSE', 'AWARD', 'PRINT', 'REVOKE', 'PUBLISH', 'MANAGE', 'REVEAL']),
    starts_on       date NOT NULL,
    ends_on         date NOT NULL,
    -- before its last day
    ended_at        timestamptz,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    UNIQUE (id, organisation_id),
    CONSTRAINT delegation_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT delegation_delegated_by_fkey
        FOREIGN KEY (delegated_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT,
    CONSTRAINT delegation_account_id_fkey
        FOREIGN KEY (account_id, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT,
    CONSTRAINT delegation_days CHECK (ends_on >= starts_on AND ends_on <= starts_on + interval '12 months'),
    CONSTRAINT delegation_to_another CHECK (account_id <> delegated_by),
    CONSTRAINT delegation_of_something CHECK (cardinality(rights) > 0)
);
CREATE INDEX delegation_account_id ON delegation (account_id, organisation_id, ends_on DESC);
-- a form that is sent twice
CREATE UNIQUE INDEX delegation_once ON delegation (account_id, organisation_id, delegated_by, starts_on, ends_on, rights)
    WHERE ended_at IS NULL;
CREATE INDEX delegation_delegated_by ON delegation (delegated_by);
ALTER TABLE delegation ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON delegation USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE ON delegation TO badges_app;
