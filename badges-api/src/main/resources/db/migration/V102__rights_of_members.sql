-- Two more presets of rights, and rights set by hand. Null: those of the role, as the code defines them.
ALTER TABLE membership
    DROP CONSTRAINT membership_role_check,
    ADD CONSTRAINT membership_role_check
        CHECK (role IN ('NETWORK_ADMIN', 'ORG_ADMIN', 'COUNSELLOR', 'EVALUATOR', 'PLACEMENT_OFFICER')),
    ADD COLUMN rights text[],
    ADD CONSTRAINT membership_rights_check
        CHECK (rights <@ ARRAY['PROPOSE', 'AWARD', 'PRINT', 'REVOKE', 'PUBLISH', 'MANAGE', 'REVEAL']),
    ADD CONSTRAINT membership_rights_of_network CHECK (rights IS NULL OR (role <> 'NETWORK_ADMIN' AND cardinality(rights) > 0)),
    -- counts changes of role and rights: a form says which state it was made from
    ADD COLUMN rights_revision integer NOT NULL DEFAULT 1;

ALTER TABLE invitation
    DROP CONSTRAINT invitation_role_check,
    ADD CONSTRAINT invitation_role_check
        CHECK (role IN ('NETWORK_ADMIN', 'ORG_ADMIN', 'COUNSELLOR', 'EVALUATOR', 'PLACEMENT_OFFICER'));

-- Rights before and after a change; the audit line names the member.
CREATE TABLE rights_change (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    account_id      uuid NOT NULL,
    changed_by      uuid NOT NULL,
    rights_before   text[] NOT NULL
        CHECK (rights_before <@ ARRAY['PROPOSE', 'AWARD', 'PRINT', 'REVOKE', 'PUBLISH', 'MANAGE', 'REVEAL']),
    rights_after    text[] NOT NULL
        CHECK (rights_after <@ ARRAY['PROPOSE', 'AWARD', 'PRINT', 'REVOKE', 'PUBLISH', 'MANAGE', 'REVEAL']),
    created_at      timestamptz NOT NULL,
    CONSTRAINT rights_change_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT rights_change_account_id_fkey
        FOREIGN KEY (account_id, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT rights_change_changed_by_fkey
        FOREIGN KEY (changed_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT
);
CREATE INDEX rights_change_of_member ON rights_change (account_id, organisation_id, created_at DESC);
CREATE INDEX rights_change_changed_by ON rights_change (changed_by);
ALTER TABLE rights_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON rights_change USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT ON rights_change TO badges_app;
