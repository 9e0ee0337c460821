-- The sites and teams whose people a member who only proposes may read and prepare awards for.
CREATE TABLE team_assignment (
    group_id        uuid NOT NULL,
    organisation_id uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('SITE', 'TEAM', 'GROUP')),
    account_id      uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (group_id, account_id),
    CONSTRAINT team_assignment_group_id_fkey
        FOREIGN KEY (group_id, organisation_id, kind) REFERENCES people_group (id, organisation_id, kind)
        ON DELETE CASCADE,
    CONSTRAINT team_assignment_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT team_assignment_account_id_fkey
        FOREIGN KEY (account_id, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT team_assignment_no_group CHECK (kind <> 'GROUP')
);
CREATE INDEX team_assignment_group_id ON team_assignment (group_id, kind);
CREATE INDEX team_assignment_account_id ON team_assignment (account_id, organisation_id);
ALTER TABLE team_assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON team_assignment USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, DELETE ON team_assignment TO badges_app;
