-- The rows about one badge of the current organisation that audit lines have as their subject; those of one worker alone where one is
-- given.
CREATE FUNCTION subjects_of_badge(p_badge uuid, p_worker uuid) RETURNS TABLE (subject_id uuid)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    WITH version AS MATERIALIZED (
        SELECT v.id FROM achievement_version v WHERE v.achievement_id = p_badge AND v.organisation_id = app_organisation())
    SELECT a.id FROM achievement a WHERE a.id = p_badge AND a.organisation_id = app_organisation() AND p_worker IS NULL
    UNION ALL
    SELECT r.id FROM award_run r JOIN version v ON v.id = r.achievement_version_id
    WHERE r.organisation_id = app_organisation() AND p_worker IS NULL
    UNION ALL
    SELECT o.id FROM offer o JOIN version v ON v.id = o.achievement_version_id
    WHERE o.organisation_id = app_organisation() AND (p_worker IS NULL OR o.worker_id = p_worker)
    UNION ALL
    SELECT c.id
    FROM credential c
    JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
    JOIN version v ON v.id = a.achievement_version_id
    WHERE c.organisation_id = app_organisation() AND (p_worker IS NULL OR c.worker_id = p_worker)
$$;
REVOKE ALL ON FUNCTION subjects_of_badge(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION subjects_of_badge(uuid, uuid) TO badges_app;
