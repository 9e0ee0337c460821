-- The only place where a worker's name stands outside the signed documents.
CREATE TABLE worker (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    first_name      text NOT NULL CHECK (length(first_name) BETWEEN 1 AND 200),
    last_name       text NOT NULL CHECK (length(last_name) BETWEEN 1 AND 200),
    -- drawn for this worker in this organisation alone, so that badges of two organisations cannot be linked
    subject_id      uuid NOT NULL UNIQUE,
    holder_id       uuid,
    notice_given_on date,
    created_at      timestamptz NOT NULL,
    UNIQUE (id, organisation_id)
);
CREATE INDEX worker_by_name ON worker (organisation_id, lower(last_name), lower(first_name), id);
CREATE INDEX worker_of_holder ON worker (holder_id) WHERE holder_id IS NOT NULL;

ALTER TABLE worker ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON worker USING (organisation_id = app_organisation());
GRANT SELECT, INSERT, UPDATE ON worker TO badges_app;
