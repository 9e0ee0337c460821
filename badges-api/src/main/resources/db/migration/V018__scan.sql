-- What a scan reads, in one statement. In plpgsql, whose plans a session keeps: a function in SQL is planned at every call.

-- The badge behind a share code and who awarded it. A link that ended or was switched off is found and leads to nothing.
CREATE FUNCTION shared_badge(lookup bytea, at timestamptz)
RETURNS TABLE (share_link_id uuid, is_open boolean, organisation_id uuid, document text, jwt text, revoked_at timestamptz,
    public_reason text, public_name text, legal_name text, siret text, public_phone text, website text, network text,
    vetted_on date, suspended_since date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY
    SELECT s.id, s.switched_off_at IS NULL AND s.ends_at > shared_badge.at, c.organisation_id, c.document, c.jwt,
           c.revoked_at, c.public_reason, o.public_name,
           CASE WHEN o.shows_legal_identity THEN o.legal_name END, CASE WHEN o.shows_legal_identity THEN o.siret END,
           o.public_phone, o.website, n.public_name, m.since, m.suspended_since
    FROM share_link s
    LEFT JOIN credential c ON s.switched_off_at IS NULL AND s.ends_at > shared_badge.at
        AND c.id = s.credential_id AND c.organisation_id = s.organisation_id AND c.state IN ('ISSUED', 'REVOKED')
    LEFT JOIN organisation o ON o.id = c.organisation_id
    LEFT JOIN network_membership m ON m.organisation_id = o.id AND m.state <> 'ENDED'
    LEFT JOIN organisation n ON n.id = m.network_id
    WHERE s.code_lookup = shared_badge.lookup;
END
$$;

-- Views of some seconds at once, of whichever holders; locked in one order, so that nodes do not wait for each other in a
-- circle. Nobody need wait for the disk: a view lost with a failing database is no loss.
CREATE FUNCTION count_share_views(links uuid[], views bigint[]) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    counted integer;
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    WITH seen AS (
        SELECT s.id, v.times
        FROM unnest(count_share_views.links, count_share_views.views) v (link, times)
        JOIN share_link s ON s.id = v.link
        ORDER BY s.id
        FOR UPDATE OF s)
    UPDATE share_link SET views = share_link.views + seen.times FROM seen WHERE share_link.id = seen.id;
    GET DIAGNOSTICS counted = ROW_COUNT;
    RETURN counted;
END
$$;

-- As before, with a plan that is kept.
CREATE OR REPLACE FUNCTION published_status_version(wanted uuid) RETURNS TABLE (version integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY SELECT s.version FROM status_list s WHERE s.id = wanted AND s.version > 0;
END
$$;

-- locate_share_link stays for nodes of the version before.
REVOKE ALL ON FUNCTION shared_badge(bytea, timestamptz), count_share_views(uuid[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shared_badge(bytea, timestamptz), count_share_views(uuid[], bigint[]) TO badges_app;
