CREATE TABLE pathway (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    worker_id       uuid NOT NULL,
    starts_on       date NOT NULL,
    ends_on         date,
    pass_iae        bytea,
    created_at      timestamptz NOT NULL,
    FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id),
    CHECK (ends_on >= starts_on)
);
CREATE INDEX pathway_of_worker ON pathway (organisation_id, worker_id, starts_on);

ALTER TABLE pathway ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pathway USING (organisation_id = app_organisation());
GRANT SELECT, INSERT, UPDATE ON pathway TO badges_app;
