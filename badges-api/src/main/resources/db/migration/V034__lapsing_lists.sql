-- In the order of the index on valid_until. Without NULLS FIRST, a kept plan sorted all lists to sign the first.
CREATE OR REPLACE FUNCTION lapsing_status_lists(p_before timestamptz, p_most integer)
    RETURNS TABLE (organisation_id uuid, list_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    (SELECT s.organisation_id, s.id FROM status_list s WHERE s.valid_until IS NULL ORDER BY s.id LIMIT p_most)
    UNION ALL
    (SELECT s.organisation_id, s.id FROM status_list s WHERE s.valid_until < p_before
     ORDER BY s.valid_until NULLS FIRST, s.id LIMIT p_most)
    LIMIT p_most
$$;
