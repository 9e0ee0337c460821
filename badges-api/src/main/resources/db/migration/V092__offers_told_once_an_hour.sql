-- Several badges offered at once are told once: an organisation that awards a whole list does not send a message for each badge.
ALTER TABLE holder_contact ADD COLUMN told_of_offer_at timestamptz;

-- As contacts_to_tell, for offers: only where none was told since, and from now on one was.
CREATE FUNCTION contacts_to_tell_of_offer(p_holder uuid, p_since timestamptz, p_now timestamptz)
    RETURNS TABLE (id uuid, holder_id uuid, kind text, address bytea, language text, organisation text)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE holder_contact c SET told_of_offer_at = p_now
    WHERE c.holder_id = p_holder AND c.confirmed_at IS NOT NULL
      AND (c.told_of_offer_at IS NULL OR c.told_of_offer_at <= p_since)
      AND EXISTS (SELECT FROM worker w WHERE w.holder_id = c.holder_id AND w.organisation_id = app_organisation())
    RETURNING c.id, c.holder_id, c.kind, c.address, c.language, organisation_name(app_organisation())
$$;
REVOKE ALL ON FUNCTION contacts_to_tell_of_offer(uuid, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contacts_to_tell_of_offer(uuid, timestamptz, timestamptz) TO badges_app;
