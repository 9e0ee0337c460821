-- What a client saw: behind a code on the time sheet, for one person and one badge, until a day.
CREATE TABLE client_code (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    worker_id       uuid NOT NULL,
    achievement_id  uuid NOT NULL,
    -- the tasks that the client is asked about, in their words of that day
    tasks           text[] NOT NULL CHECK (cardinality(tasks) BETWEEN 1 AND 3),
    -- the last day on which it takes an answer
    ends_on         date NOT NULL,
    -- ended before its time
    ended_at        timestamptz,
    answers         integer NOT NULL DEFAULT 0 CHECK (answers BETWEEN 0 AND 5),
    -- a client said that this is not the person, or that something is wrong with it
    report          text CHECK (report IN ('NOT_THIS_PERSON', 'ABUSE')),
    reported_at     timestamptz,
    code_lookup     bytea NOT NULL UNIQUE CHECK (length(code_lookup) = 32),
    code_sealed     bytea NOT NULL,
    made_by         uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    UNIQUE (id, organisation_id),
    CHECK ((report IS NULL) = (reported_at IS NULL)),
    CONSTRAINT client_code_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT client_code_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT client_code_achievement_id_fkey
        FOREIGN KEY (achievement_id, organisation_id) REFERENCES achievement (id, organisation_id) ON DELETE RESTRICT,
    CONSTRAINT client_code_made_by_fkey
        FOREIGN KEY (made_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT
);
CREATE INDEX client_code_worker_id ON client_code (worker_id, created_at DESC, id DESC);
CREATE INDEX client_code_achievement_id ON client_code (achievement_id);
CREATE INDEX client_code_made_by ON client_code (made_by);
CREATE INDEX client_code_reported ON client_code (organisation_id, reported_at) WHERE reported_at IS NOT NULL;
ALTER TABLE client_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON client_code USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON client_code TO badges_app;
CREATE TRIGGER file_is_there BEFORE INSERT OR UPDATE OF worker_id ON client_code
    FOR EACH ROW EXECUTE FUNCTION file_is_there();

-- Where a code is; the caller then reads it inside that organisation.
CREATE FUNCTION locate_client_code(p_lookup bytea) RETURNS TABLE (organisation_id uuid, code_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.organisation_id, c.id FROM client_code c WHERE c.code_lookup = p_lookup
$$;
REVOKE ALL ON FUNCTION locate_client_code(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION locate_client_code(bytea) TO badges_app;

-- An observation of a client: what they want to be called, or empty; seen_by is the member who made the code and answers for it.
ALTER TABLE observation
    ADD COLUMN client text CHECK (length(client) <= 80),
    ADD COLUMN client_code_id uuid,
    ADD CHECK (client_code_id IS NULL OR client IS NOT NULL),
    ADD CONSTRAINT observation_client_code_id_fkey
        FOREIGN KEY (client_code_id, organisation_id) REFERENCES client_code (id, organisation_id)
        ON DELETE SET NULL (client_code_id),
    DROP CONSTRAINT observation_objection_check,
    ADD CONSTRAINT observation_objection_check CHECK (objection IN ('NOT_TRUE', 'NOT_ME', 'HURTFUL'));
CREATE INDEX observation_client_code_id ON observation (client_code_id) WHERE client_code_id IS NOT NULL;

-- Whom a page names as the author of an observation.
CREATE FUNCTION author_of(p_client text, p_member text) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE WHEN p_client IS NULL THEN p_member WHEN p_client = '' THEN 'Client' ELSE p_client || ' (client)' END
$$;
GRANT EXECUTE ON FUNCTION author_of(text, text) TO badges_app;

CREATE OR REPLACE FUNCTION observations_of_holder(p_before uuid, p_most integer)
    RETURNS TABLE (id uuid, organisation_id uuid, organisation text, badge text, language text, tasks text[],
                   manner text, note text, seen_by text, seen_on date, photo boolean, objection text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH mine AS (
        SELECT o.id, o.organisation_id, o.achievement_id, o.tasks, o.manner, o.note, o.seen_by, o.seen_on, o.objection, o.client
        FROM worker w
        JOIN observation o ON o.worker_id = w.id AND o.organisation_id = w.organisation_id
        WHERE w.holder_id = app_holder() AND w.erased_at IS NULL
          AND w.organisation_id = coalesce(limited_organisation(), w.organisation_id))
    SELECT m.id, m.organisation_id, g.public_name, a.name, a.content ->> 'language', m.tasks, m.manner, m.note,
           author_of(m.client, t.display_name), m.seen_on,
           EXISTS (SELECT FROM observation_photo p WHERE p.observation_id = m.id), m.objection
    FROM mine m
    JOIN organisation g ON g.id = m.organisation_id
    JOIN achievement a ON a.id = m.achievement_id
    JOIN account t ON t.id = m.seen_by
    WHERE (m.seen_on, m.id) < (
        coalesce((SELECT b.seen_on FROM mine b WHERE b.id = p_before), 'infinity'),
        coalesce((SELECT b.id FROM mine b WHERE b.id = p_before), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    ORDER BY m.seen_on DESC, m.id DESC
    LIMIT p_most
$$;
