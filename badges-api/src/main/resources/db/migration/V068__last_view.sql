-- When a link was last looked at, for its holder. The function of before stays for nodes that are still to be replaced.
ALTER TABLE share_link ADD COLUMN last_viewed_at timestamptz;

CREATE FUNCTION count_share_views(p_links uuid[], p_views bigint[], p_now timestamptz) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    counted integer;
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    WITH seen AS (
        SELECT s.id, v.times
        FROM unnest(p_links, p_views) v (link, times)
        JOIN share_link s ON s.id = v.link
        ORDER BY s.id
        FOR UPDATE OF s)
    UPDATE share_link SET views = share_link.views + seen.times, last_viewed_at = p_now
    FROM seen WHERE share_link.id = seen.id;
    GET DIAGNOSTICS counted = ROW_COUNT;
    RETURN counted;
END
$$;

REVOKE ALL ON FUNCTION count_share_views(uuid[], bigint[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_share_views(uuid[], bigint[], timestamptz) TO badges_app;
