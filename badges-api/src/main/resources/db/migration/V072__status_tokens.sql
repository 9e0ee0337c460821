-- The same list as a Token Status List. It is served only in the version of the list: a node of an earlier release signs the
-- credential alone, and its token would miss the newest bits.
ALTER TABLE status_list
    ADD COLUMN token text,
    ADD COLUMN token_version integer,
    ADD CHECK ((token IS NULL) = (token_version IS NULL)),
    ADD CHECK (token_version BETWEEN 1 AND version);

DROP FUNCTION published_status_list(uuid);
CREATE FUNCTION published_status_list(p_list uuid)
    RETURNS TABLE (version integer, document text, token text, valid_until timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.version, s.document, CASE WHEN s.token_version = s.version THEN s.token END, s.valid_until
    FROM status_list s
    WHERE s.id = p_list AND s.version > 0
$$;

-- The lists to sign again: those that lapse, and those whose token is missing or of an earlier version.
CREATE FUNCTION status_lists_to_sign(p_before timestamptz, p_most integer)
    RETURNS TABLE (organisation_id uuid, list_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.organisation_id, s.id FROM status_list s
    WHERE s.valid_until < p_before OR s.valid_until IS NULL OR s.token_version IS DISTINCT FROM s.version
    ORDER BY s.valid_until NULLS FIRST
    LIMIT p_most
$$;

REVOKE ALL ON FUNCTION published_status_list(uuid), status_lists_to_sign(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_status_list(uuid), status_lists_to_sign(timestamptz, integer) TO badges_app;
