-- The published names of every registered issuer, for whoever compares the name of an unknown one: vetted organisations by
-- their public name, and by their legal name where they show it; entries of the lists in force of pinned signers.
CREATE FUNCTION registered_names(p_at timestamptz, p_most integer)
    RETURNS TABLE (organisation_id uuid, name text, shown text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.id, published.name, o.public_name
    FROM network_membership m
    JOIN organisation o ON o.id = m.organisation_id
    CROSS JOIN LATERAL (
        SELECT o.public_name AS name
        UNION
        SELECT o.legal_name WHERE o.shows_legal_identity) published
    WHERE m.state <> 'ENDED'
    UNION ALL
    SELECT NULL, e.name, e.name
    FROM trust_entry e JOIN trust_signer s ON s.id = e.signer_id
    WHERE s.unpinned_at IS NULL AND s.expires_at > p_at
    LIMIT p_most
$$;

REVOKE ALL ON FUNCTION registered_names(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registered_names(timestamptz, integer) TO badges_app;
