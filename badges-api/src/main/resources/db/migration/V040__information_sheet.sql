-- The information sheet as it was given: its words change with the service and with the organisation's profile, a given
-- sheet does not. One row for each wording of an organisation, without the name of the person; never changed.
CREATE TABLE information_sheet (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    digest          bytea NOT NULL CHECK (length(digest) = 32),
    content         jsonb NOT NULL,
    created_at      timestamptz NOT NULL,
    UNIQUE (organisation_id, digest),
    UNIQUE (id, organisation_id)
);
ALTER TABLE information_sheet ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON information_sheet USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT ON information_sheet TO badges_app;

-- NULL for a sheet given before its wording was kept.
ALTER TABLE worker ADD COLUMN information_sheet_id uuid,
    -- What somebody was told stays readable.
    ADD CONSTRAINT worker_information_sheet_id_fkey FOREIGN KEY (information_sheet_id, organisation_id)
        REFERENCES information_sheet (id, organisation_id) ON DELETE RESTRICT,
    ADD CONSTRAINT worker_sheet_given CHECK (information_sheet_id IS NULL OR notice_given_on IS NOT NULL);
CREATE INDEX worker_information_sheet_id ON worker (information_sheet_id) WHERE information_sheet_id IS NOT NULL;
