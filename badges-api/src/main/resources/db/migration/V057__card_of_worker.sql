-- Whether a worker of the current organisation has a card in force, and whether it is still shown. The desk may know that; it
-- sees nothing else of the space.
CREATE FUNCTION card_of_worker(p_worker uuid) RETURNS TABLE (carded boolean, unused boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM holder_access c WHERE c.holder_id = w.holder_id AND c.state = 'ACTIVE'),
           EXISTS (SELECT FROM holder_access c
                   WHERE c.holder_id = w.holder_id AND c.state = 'ACTIVE' AND c.code_sealed IS NOT NULL)
    FROM worker w
    WHERE w.id = p_worker AND w.organisation_id = app_organisation()
$$;
REVOKE ALL ON FUNCTION card_of_worker(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION card_of_worker(uuid) TO badges_app;
