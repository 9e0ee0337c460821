-- The organisations that the holder of the transaction can ask for a badge: those that have a file of them, with what waits there.
CREATE FUNCTION files_to_ask() RETURNS TABLE (worker_id uuid, organisation_id uuid, organisation text, paused boolean, open integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT w.id, w.organisation_id, o.public_name, organisation_paused(w.organisation_id),
           (SELECT count(*)::integer FROM badge_request r
            WHERE r.worker_id = w.id AND r.asked_by IS NULL AND r.state IN ('SENT', 'ASKED'))
    FROM worker w JOIN organisation o ON o.id = w.organisation_id
    WHERE w.holder_id = app_holder() AND w.erased_at IS NULL
      AND w.organisation_id = coalesce(limited_organisation(), w.organisation_id)
    ORDER BY o.public_name, w.created_at, w.id
$$;

-- The badges that people can ask for, by their published names, of the organisation with this file of the holder of the transaction.
CREATE FUNCTION badges_to_ask_for(p_worker uuid) RETURNS TABLE (id uuid, name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.id, published.name
    FROM worker w
    JOIN achievement a ON a.organisation_id = w.organisation_id AND a.state = 'PUBLISHED'
    CROSS JOIN LATERAL (
        SELECT v.content ->> 'name' AS name FROM achievement_version v
        WHERE v.achievement_id = a.id AND v.organisation_id = a.organisation_id
        ORDER BY v.version DESC LIMIT 1) published
    WHERE w.id = p_worker AND w.holder_id = app_holder() AND w.erased_at IS NULL
      AND w.organisation_id = coalesce(limited_organisation(), w.organisation_id)
      AND NOT EXISTS (SELECT FROM badge_without_requests x WHERE x.achievement_id = a.id)
    ORDER BY lower(published.name COLLATE "fr-x-icu"), a.id
    LIMIT 300
$$;
REVOKE ALL ON FUNCTION files_to_ask(), badges_to_ask_for(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION files_to_ask(), badges_to_ask_for(uuid) TO badges_app;
