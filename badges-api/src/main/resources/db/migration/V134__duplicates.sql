-- Two files of one person: found by their names, merged, or known to be two people.

-- What two spellings of a name have in common: the words in any order, each without the vowels after its first letter, without h,
-- doubled letters and letters that sound alike. A column, since row-level security keeps a statement from an index on a function.
CREATE FUNCTION likeness(p_name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(string_agg(DISTINCT kept, ' ' ORDER BY kept), p_name)
    FROM (
        SELECT left(word, 1) || regexp_replace(substr(word, 2), '[aeiouy]', '', 'g') COLLATE "C" AS kept
        FROM regexp_split_to_table(
            regexp_replace(
                translate(
                    replace(replace(replace(folded(p_name), 'ph', 'f'), 'ch', 's'), 'sh', 's'),
                    'ckqzwh', 'kkksv'),
                '(.)\1+', '\1', 'g'),
            '[[:space:]''.,-]+') word
        WHERE word <> '') words
$$;

ALTER TABLE worker
    ADD COLUMN likeness text COLLATE "C" NOT NULL GENERATED ALWAYS AS (likeness(first_name || ' ' || last_name)) STORED,
    -- the file that took this one in; this one is then as an erased one
    ADD COLUMN merged_into uuid,
    ADD CONSTRAINT worker_merged_into_fkey
        FOREIGN KEY (merged_into, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE RESTRICT,
    ADD CONSTRAINT worker_merged CHECK (merged_into IS NULL OR (merged_into <> id AND erased_at IS NOT NULL));
CREATE INDEX worker_merged_into ON worker (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX worker_likeness ON worker (organisation_id, likeness, id) WHERE erased_at IS NULL;

-- A merged person is not forgotten: lines of imports that wait keep the name.
DROP TRIGGER forget_imported_name ON worker;
CREATE TRIGGER forget_imported_name AFTER UPDATE OF erased_at ON worker
    FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND NEW.merged_into IS NULL)
    EXECUTE FUNCTION forget_imported_name();

-- Two files that look alike and belong to two people.
CREATE TABLE distinct_people (
    first_id        uuid NOT NULL,
    second_id       uuid NOT NULL,
    organisation_id uuid NOT NULL,
    decided_by      uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (first_id, second_id),
    CHECK (first_id < second_id),
    CONSTRAINT distinct_people_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT distinct_people_first_id_fkey
        FOREIGN KEY (first_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT distinct_people_second_id_fkey
        FOREIGN KEY (second_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT distinct_people_decided_by_fkey
        FOREIGN KEY (decided_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT
);
CREATE INDEX distinct_people_second_id ON distinct_people (second_id);
CREATE INDEX distinct_people_decided_by ON distinct_people (decided_by);
ALTER TABLE distinct_people ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON distinct_people USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON distinct_people TO badges_app;

-- lock_spaces_of_file for two files: in one order, as those do who join spaces.
CREATE FUNCTION lock_spaces_of_files(p_workers uuid[]) RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT count(*) FROM (
        SELECT h.id FROM holder h
        WHERE h.id IN (
            SELECT w.holder_id FROM worker w WHERE w.id = ANY (p_workers) AND w.organisation_id = app_organisation()
            UNION
            SELECT a.holder_id FROM award a WHERE a.worker_id = ANY (p_workers) AND a.organisation_id = app_organisation())
        ORDER BY h.id
        FOR SHARE) locked
$$;
REVOKE ALL ON FUNCTION lock_spaces_of_files(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_spaces_of_files(uuid[]) TO badges_app;

-- The lines about a file that was merged are those of the file that took it in.
CREATE OR REPLACE FUNCTION subjects_of_worker(p_worker uuid) RETURNS TABLE (subject_id uuid)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT w.id FROM worker w WHERE w.id = p_worker AND w.organisation_id = app_organisation()
    UNION ALL
    SELECT w.id FROM worker w WHERE w.merged_into = p_worker AND w.organisation_id = app_organisation()
    UNION ALL
    SELECT p.id FROM pathway p WHERE p.worker_id = p_worker AND p.organisation_id = app_organisation()
    UNION ALL
    SELECT o.id FROM offer o WHERE o.worker_id = p_worker AND o.organisation_id = app_organisation()
    UNION ALL
    SELECT c.id FROM credential c WHERE c.worker_id = p_worker AND c.organisation_id = app_organisation()
    UNION ALL
    SELECT r.id FROM access_reopening r WHERE r.worker_id = p_worker AND r.organisation_id = app_organisation()
$$;
