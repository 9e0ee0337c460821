-- Sites and teams of an organisation, and groups that it makes as it likes.
CREATE TABLE people_group (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('SITE', 'TEAM', 'GROUP')),
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    folded_name     text NOT NULL GENERATED ALWAYS AS (folded(name)) STORED,
    -- of a team
    site_id         uuid,
    archived_at     timestamptz,
    revision        integer NOT NULL DEFAULT 1 CHECK (revision > 0),
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    UNIQUE (id, organisation_id),
    UNIQUE (id, organisation_id, kind),
    CONSTRAINT people_group_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT people_group_site_id_fkey
        FOREIGN KEY (site_id, organisation_id) REFERENCES people_group (id, organisation_id) ON DELETE RESTRICT,
    CHECK (site_id IS NULL OR kind = 'TEAM')
);
CREATE UNIQUE INDEX people_group_name ON people_group (organisation_id, kind, folded_name) WHERE archived_at IS NULL;
CREATE INDEX people_group_site_id ON people_group (site_id) WHERE site_id IS NOT NULL;
ALTER TABLE people_group ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON people_group USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE ON people_group TO badges_app;

CREATE TABLE group_member (
    group_id        uuid NOT NULL,
    organisation_id uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('SITE', 'TEAM', 'GROUP')),
    worker_id       uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (group_id, worker_id),
    CONSTRAINT group_member_group_id_fkey
        FOREIGN KEY (group_id, organisation_id, kind) REFERENCES people_group (id, organisation_id, kind)
        ON DELETE CASCADE,
    CONSTRAINT group_member_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT group_member_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE
);
CREATE INDEX group_member_group_id ON group_member (group_id, kind);
CREATE INDEX group_member_worker_id ON group_member (worker_id);
CREATE UNIQUE INDEX group_member_one_site ON group_member (worker_id) WHERE kind = 'SITE';
ALTER TABLE group_member ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON group_member USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON group_member TO badges_app;
CREATE TRIGGER file_is_there BEFORE INSERT ON group_member FOR EACH ROW EXECUTE FUNCTION file_is_there();

-- page_of_workers within a group, or of everybody where it is null. A group is small: its names are read in their order.
CREATE FUNCTION page_of_group(
    p_group uuid, p_words text, p_after_last text, p_after_first text, p_after_id uuid, p_most integer)
    RETURNS TABLE (worker_id uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    here uuid := app_organisation();
    letters text := folded(p_words);
BEGIN
    IF p_group IS NULL THEN
        RETURN QUERY
        SELECT page.worker_id FROM page_of_workers(p_words, p_after_last, p_after_first, p_after_id, p_most) page;
    ELSE
        RETURN QUERY
        SELECT w.id FROM group_member m JOIN worker w ON w.id = m.worker_id AND w.organisation_id = m.organisation_id
        WHERE m.group_id = p_group AND m.organisation_id = here AND w.erased_at IS NULL
          AND strpos(w.folded_name, letters) > 0
          AND (lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id)
            > (lower(p_after_last COLLATE "fr-x-icu"), lower(p_after_first COLLATE "fr-x-icu"), p_after_id)
        ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id
        LIMIT p_most;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION page_of_group(uuid, text, text, text, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION page_of_group(uuid, text, text, text, uuid, integer) TO badges_app;
