-- Whoever leaves, or may not manage any more, takes no key along: the open links that they made end, those of a network for its
-- organisations too.
CREATE FUNCTION cancel_links_made_by(p_organisation uuid, p_account uuid, p_at timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE invitation SET cancelled_at = p_at
    WHERE created_by = p_account AND used_at IS NULL AND cancelled_at IS NULL
      AND (organisation_id = p_organisation
           OR organisation_id IN (SELECT m.organisation_id FROM network_membership m WHERE m.network_id = p_organisation))
$$;
REVOKE ALL ON FUNCTION cancel_links_made_by(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cancel_links_made_by(uuid, uuid, timestamptz) TO badges_app;
