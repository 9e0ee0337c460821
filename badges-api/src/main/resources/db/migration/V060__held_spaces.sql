-- A dispute that needs a desk file needs the badges that were awarded from it too: while the file is held, no job closes the space
-- that has them, and what the desk knows of them stays when the holder closes that space.

CREATE INDEX worker_held ON worker (id) WHERE erasure_held_on IS NOT NULL;

-- For the functions below: spaces with the file that is held.
CREATE FUNCTION held_spaces() RETURNS TABLE (holder_id uuid, worker_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT w.holder_id, w.id FROM worker w
    WHERE w.erasure_held_on IS NOT NULL AND w.erased_at IS NULL AND w.holder_id IS NOT NULL
    UNION
    SELECT a.holder_id, w.id FROM worker w JOIN award a ON a.worker_id = w.id AND a.organisation_id = w.organisation_id
    WHERE w.erasure_held_on IS NOT NULL AND w.erased_at IS NULL AND a.state <> 'VOIDED'
$$;
REVOKE ALL ON FUNCTION held_spaces() FROM PUBLIC;

-- The held files of the holder of the transaction, in whichever organisation.
CREATE FUNCTION held_files() RETURNS TABLE (worker_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT h.worker_id FROM held_spaces() h WHERE h.holder_id = app_holder()
$$;

CREATE OR REPLACE FUNCTION unopened_spaces(p_before timestamptz, p_announced_before date, p_most integer)
    RETURNS TABLE (holder_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT h.id FROM holder h
    WHERE h.erased_at IS NULL AND coalesce(h.last_opened_at, h.created_at) < p_before
      AND h.closing_announced_on <= p_announced_before
      AND h.id NOT IN (SELECT s.holder_id FROM held_spaces() s)
    ORDER BY coalesce(h.last_opened_at, h.created_at)
    LIMIT p_most
$$;

-- Announces the closing of those that nobody opened since then, and withdraws it where somebody did or a dispute came.
CREATE OR REPLACE FUNCTION announce_closings(p_before timestamptz, p_today date) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    announced integer;
BEGIN
    UPDATE holder SET closing_announced_on = NULL
    WHERE closing_announced_on IS NOT NULL
      AND (coalesce(last_opened_at, created_at) >= p_before OR id IN (SELECT s.holder_id FROM held_spaces() s));
    UPDATE holder SET closing_announced_on = p_today
    WHERE closing_announced_on IS NULL AND erased_at IS NULL AND coalesce(last_opened_at, created_at) < p_before
      AND id NOT IN (SELECT s.holder_id FROM held_spaces() s);
    GET DIAGNOSTICS announced = ROW_COUNT;
    RETURN announced;
END
$$;

REVOKE ALL ON FUNCTION held_files() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_files() TO badges_app;
