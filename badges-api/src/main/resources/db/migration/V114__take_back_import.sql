-- Deletes the people whom an import added, except those of whom anything was written since. Whatever refers to a person is
-- found in the catalogue: a table of a later migration keeps them as well.
CREATE FUNCTION take_back_people_import(p_import uuid, p_now timestamptz) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    added uuid[];
    used uuid[];
    reference record;
    taken integer;
BEGIN
    SELECT array_agg(w.id) INTO added
    FROM (
        SELECT w.id FROM worker w
        JOIN people_import_row r ON r.worker_id = w.id AND r.organisation_id = w.organisation_id
        WHERE r.import_id = p_import AND r.organisation_id = (SELECT app_organisation()) AND r.state = 'ADDED'
          AND w.erased_at IS NULL AND w.holder_id IS NULL AND w.notice_given_on IS NULL AND w.updated_at = w.created_at
        ORDER BY w.id
        FOR UPDATE OF w) w;
    FOR reference IN
        SELECT c.conrelid::regclass AS referring, a.attname AS referred
        FROM pg_constraint c
        JOIN LATERAL unnest(c.conkey, c.confkey) AS k (own, other) ON true
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
        JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.other AND b.attname = 'id'
        WHERE c.contype = 'f' AND c.confrelid = 'public.worker'::regclass
    LOOP
        -- A row of another import that knows this name keeps the person too.
        EXECUTE format(
            'SELECT array_agg(t.%I) FROM %s t WHERE t.%I = ANY ($1) %s', reference.referred, reference.referring,
            reference.referred,
            CASE WHEN reference.referring = 'public.people_import_row'::regclass
                THEN format('AND t.import_id <> %L AND t.state = ''ADDED''', p_import) ELSE '' END)
        INTO used USING added;
        added := ARRAY(SELECT unnest(added) EXCEPT SELECT unnest(used));
    END LOOP;
    UPDATE people_import_row SET state = 'TAKEN_BACK', worker_id = NULL, updated_at = p_now
    WHERE import_id = p_import AND state = 'ADDED' AND worker_id = ANY (added);
    -- Elsewhere they were only a known name.
    UPDATE people_import_row SET worker_id = NULL, updated_at = p_now WHERE worker_id = ANY (added);
    DELETE FROM worker WHERE id = ANY (added);
    GET DIAGNOSTICS taken = ROW_COUNT;
    RETURN taken;
END
$$;
REVOKE ALL ON FUNCTION take_back_people_import(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_back_people_import(uuid, timestamptz) TO badges_app;
