-- What was seen of the holder of the transaction, the newest first; a holder who is limited to one organisation reads of that one
-- alone. p_before is the last one of the page before.
CREATE FUNCTION observations_of_holder(p_before uuid, p_most integer)
    RETURNS TABLE (id uuid, organisation_id uuid, organisation text, badge text, language text, tasks text[],
                   manner text, note text, seen_by text, seen_on date, photo boolean, objection text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH mine AS (
        SELECT o.id, o.organisation_id, o.achievement_id, o.tasks, o.manner, o.note, o.seen_by, o.seen_on, o.objection
        FROM worker w
        JOIN observation o ON o.worker_id = w.id AND o.organisation_id = w.organisation_id
        WHERE w.holder_id = app_holder() AND w.erased_at IS NULL
          AND w.organisation_id = coalesce(limited_organisation(), w.organisation_id))
    SELECT m.id, m.organisation_id, g.public_name, a.name, a.content ->> 'language', m.tasks, m.manner, m.note,
           t.display_name, m.seen_on, EXISTS (SELECT FROM observation_photo p WHERE p.observation_id = m.id), m.objection
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
REVOKE ALL ON FUNCTION observations_of_holder(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION observations_of_holder(uuid, integer) TO badges_app;

-- The photograph of one of them, as it is stored.
CREATE FUNCTION observation_photo_of_holder(p_id uuid) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.sealed
    FROM observation o
    JOIN observation_photo p ON p.observation_id = o.id AND p.organisation_id = o.organisation_id
    JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id
    WHERE o.id = p_id AND w.holder_id = app_holder() AND w.erased_at IS NULL
      AND w.organisation_id = coalesce(limited_organisation(), w.organisation_id)
$$;
REVOKE ALL ON FUNCTION observation_photo_of_holder(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION observation_photo_of_holder(uuid) TO badges_app;

-- Notes what the holder says of one of them, or takes it back (null); whose file it is in, or no row.
CREATE FUNCTION object_to_observation(p_id uuid, p_objection text, p_now timestamptz)
    RETURNS TABLE (organisation_id uuid, worker_id uuid)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE observation o
    SET objection = p_objection, objected_at = CASE WHEN p_objection IS NULL THEN NULL ELSE p_now END
    FROM worker w
    WHERE o.id = p_id AND w.id = o.worker_id AND w.organisation_id = o.organisation_id
      AND w.holder_id = app_holder() AND w.erased_at IS NULL
      AND w.organisation_id = coalesce(limited_organisation(), w.organisation_id)
    RETURNING o.organisation_id, o.worker_id
$$;
REVOKE ALL ON FUNCTION object_to_observation(uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION object_to_observation(uuid, text, timestamptz) TO badges_app;
