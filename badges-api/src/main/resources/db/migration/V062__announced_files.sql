-- The announced erasures of the desk files of the holder of the transaction; a holder who is limited to one organisation reads of that
-- one alone.
CREATE FUNCTION announced_files() RETURNS TABLE (public_name text, counts_from_on date, announced_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.public_name, f.counts_from_on, f.erasure_announced_on
    FROM worker w
    JOIN desk_file f ON f.worker_id = w.id AND f.organisation_id = w.organisation_id
    JOIN organisation o ON o.id = w.organisation_id
    WHERE w.holder_id = app_holder() AND f.erasure_announced_on IS NOT NULL AND f.erasure_held_on IS NULL
      AND w.organisation_id = coalesce(limited_organisation(), w.organisation_id)
    ORDER BY f.counts_from_on, o.public_name
$$;
REVOKE ALL ON FUNCTION announced_files() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION announced_files() TO badges_app;
