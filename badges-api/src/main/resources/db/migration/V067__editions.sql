-- What a holder can choose for another edition of a badge: the names as the desk writes them, and the words, which may name the
-- person. Nothing once the desk file is erased. A holder reads no worker and no offer otherwise.
CREATE FUNCTION edition_choices(p_credential uuid)
    RETURNS TABLE (first_name text, last_name text, narrative text, evidence text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT w.first_name, w.last_name, o.narrative, o.evidence
    FROM credential c
    JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
    JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
    JOIN worker w ON w.id = c.worker_id AND w.organisation_id = c.organisation_id
    WHERE c.id = p_credential AND c.holder_id = app_holder() AND w.erased_at IS NULL
      AND c.organisation_id = coalesce((SELECT limited_organisation()), c.organisation_id)
$$;

REVOKE ALL ON FUNCTION edition_choices(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION edition_choices(uuid) TO badges_app;

-- The zone of who awarded a holder's newest badge; NULL before there is one. Another edition of an older badge is no newer badge.
CREATE OR REPLACE FUNCTION holder_zone(p_holder uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.time_zone
    FROM credential c JOIN organisation o ON o.id = c.organisation_id
    WHERE c.holder_id = p_holder AND c.edition = 1
    ORDER BY c.created_at DESC, c.id
    LIMIT 1
$$;
