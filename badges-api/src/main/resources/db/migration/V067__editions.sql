-- What a holder can choose for another edition of a badge: the names as the desk writes them, whether there is evidence, and the
-- words, which may name the person. Nothing once the desk file is erased. A holder reads no worker and no offer otherwise.
CREATE FUNCTION edition_choices(p_credential uuid)
    RETURNS TABLE (first_name text, last_name text, has_evidence boolean, said text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT w.first_name, w.last_name, o.evidence <> '', o.narrative || ' ' || o.evidence
    FROM credential c
    JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
    JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
    JOIN worker w ON w.id = c.worker_id AND w.organisation_id = c.organisation_id
    WHERE c.id = p_credential AND c.holder_id = app_holder() AND w.erased_at IS NULL
      AND c.organisation_id = coalesce((SELECT limited_organisation()), c.organisation_id)
$$;

REVOKE ALL ON FUNCTION edition_choices(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION edition_choices(uuid) TO badges_app;
