-- What each node copies, to serve it while the database does not answer. Public by its address, whoever asks.

-- Lists by id, after one, with their version: a node reads again what changed.
CREATE FUNCTION published_status_versions(p_after uuid, p_most integer) RETURNS TABLE (list_id uuid, version integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.id, s.version FROM status_list s WHERE s.id > p_after AND s.version > 0 ORDER BY s.id LIMIT p_most
$$;

-- Versions in the order of their publication, after one. They never change: a node reads each once.
CREATE INDEX achievement_version_published ON achievement_version (created_at, id);
CREATE FUNCTION published_achievements(p_after timestamptz, p_after_id uuid, p_most integer)
    RETURNS TABLE (id uuid, achievement_id uuid, organisation_id uuid, version integer, content jsonb, image_type text,
                   published_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT v.id, v.achievement_id, v.organisation_id, v.version, v.content, v.image_type, v.created_at
    FROM achievement_version v
    WHERE (v.created_at, v.id) > (p_after, p_after_id)
    ORDER BY v.created_at, v.id
    LIMIT p_most
$$;

REVOKE ALL ON FUNCTION published_status_versions(uuid, integer), published_achievements(timestamptz, uuid, integer)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_status_versions(uuid, integer), published_achievements(timestamptz, uuid, integer)
    TO badges_app;
