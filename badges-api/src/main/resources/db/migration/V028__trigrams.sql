-- A part of a name is found by its trigrams where the server has pg_trgm. Without it a search reads the names of its own
-- organisation, and finds the same. Both extensions are trusted: the owner of the database may create them. To add them
-- later, run this file's second block by hand.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['pg_trgm', 'btree_gin'] LOOP
        IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = wanted) THEN
            BEGIN
                EXECUTE format('CREATE EXTENSION IF NOT EXISTS %I', wanted);
            EXCEPTION WHEN insufficient_privilege THEN
                RAISE NOTICE 'the extension % is available, but this role may not create it', wanted;
            END;
        END IF;
    END LOOP;
END
$$;

DO $$
DECLARE
    -- an extension may stand in another schema than ours
    trigrams text := (SELECT format('%I.gin_trgm_ops', n.nspname)
                      FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm');
    -- with btree_gin one index answers for the organisation too
    tenant text := CASE WHEN EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'btree_gin')
                        THEN 'organisation_id, ' ELSE '' END;
BEGIN
    IF trigrams IS NULL THEN
        RAISE NOTICE 'no pg_trgm: searches do without an index';
        RETURN;
    END IF;
    EXECUTE format('CREATE INDEX worker_folded_name ON worker USING gin (%sfolded_name %s)', tenant, trigrams);
    EXECUTE format('CREATE INDEX achievement_folded_name ON achievement USING gin (%sfolded_name %s)', tenant, trigrams);
    EXECUTE format('CREATE INDEX organisation_folded_names ON organisation USING gin (folded_names %s)', trigrams);
    EXECUTE format('CREATE INDEX organisation_folded_public_names ON organisation USING gin (folded_public_names %s)', trigrams);
END
$$;
