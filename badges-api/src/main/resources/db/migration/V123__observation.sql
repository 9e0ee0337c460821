-- What a member saw a person do: a badge, its tasks as their words were then, alone or with help, one sentence.
CREATE TABLE observation (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    worker_id       uuid NOT NULL,
    achievement_id  uuid NOT NULL,
    seen_by         uuid NOT NULL,
    seen_on         date NOT NULL,
    manner          text NOT NULL CHECK (manner IN ('ALONE', 'HELPED')),
    tasks           text[] NOT NULL CHECK (cardinality(tasks) <= 7),
    note            text NOT NULL CHECK (length(note) <= 280),
    -- what the person says of it, in their space
    objection       text CHECK (objection IN ('NOT_TRUE', 'NOT_ME')),
    objected_at     timestamptz,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    UNIQUE (id, organisation_id),
    CHECK (cardinality(tasks) > 0 OR note <> ''),
    CHECK ((objection IS NULL) = (objected_at IS NULL)),
    CONSTRAINT observation_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT observation_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT observation_achievement_id_fkey
        FOREIGN KEY (achievement_id, organisation_id) REFERENCES achievement (id, organisation_id) ON DELETE RESTRICT,
    CONSTRAINT observation_seen_by_fkey
        FOREIGN KEY (seen_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT
);
CREATE INDEX observation_latest ON observation (organisation_id, seen_on DESC, id DESC);
CREATE INDEX observation_worker_id ON observation (worker_id, achievement_id);
CREATE INDEX observation_achievement_id ON observation (achievement_id);
CREATE INDEX observation_seen_by ON observation (seen_by);
ALTER TABLE observation ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON observation USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON observation TO badges_app;
CREATE TRIGGER activity_of_worker AFTER INSERT OR UPDATE OF seen_on ON observation
    FOR EACH ROW EXECUTE FUNCTION activity_of_worker();

CREATE TRIGGER file_is_there BEFORE INSERT OR UPDATE OF worker_id ON observation
    FOR EACH ROW EXECUTE FUNCTION file_is_there();
