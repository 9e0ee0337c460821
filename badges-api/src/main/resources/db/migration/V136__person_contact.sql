-- How to reach a person, where the organisation writes it down: sealed under the id of the row, one row a person.
CREATE TABLE person_contact (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    worker_id       uuid NOT NULL UNIQUE,
    email           bytea,
    phone           bytea,
    revision        integer NOT NULL DEFAULT 1 CHECK (revision > 0),
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT person_contact_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT person_contact_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE
);
ALTER TABLE person_contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON person_contact USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON person_contact TO badges_app;
CREATE TRIGGER file_is_there BEFORE INSERT OR UPDATE OF worker_id ON person_contact
    FOR EACH ROW EXECUTE FUNCTION file_is_there();
