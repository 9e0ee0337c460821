-- An erasure and what others do at the same moment wait for each other. Spaces are locked before files, and files before what
-- belongs to them, so that nobody waits in a circle.

-- Locks the spaces with the badges of a file of the current organisation: their closing waits, or has come first.
CREATE FUNCTION lock_spaces_of_file(p_worker uuid) RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT count(*) FROM (
        SELECT h.id FROM holder h
        WHERE h.id IN (
            SELECT w.holder_id FROM worker w WHERE w.id = p_worker AND w.organisation_id = app_organisation()
            UNION
            SELECT a.holder_id FROM award a WHERE a.worker_id = p_worker AND a.organisation_id = app_organisation())
        ORDER BY h.id
        FOR SHARE) locked
$$;

-- Nothing new about an erased person. The lock is that of the FOREIGN KEY, taken before the row is read: an erasure that goes on
-- is waited for. The code is answered as "gone".
CREATE FUNCTION file_is_there() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    erased timestamptz;
BEGIN
    SELECT w.erased_at INTO erased FROM worker w WHERE w.id = NEW.worker_id FOR KEY SHARE;
    IF erased IS NOT NULL THEN
        RAISE EXCEPTION 'the file was erased' USING ERRCODE = 'PE410';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION space_is_there() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    erased timestamptz;
BEGIN
    SELECT h.erased_at INTO erased FROM holder h WHERE h.id = NEW.holder_id FOR KEY SHARE;
    IF erased IS NOT NULL THEN
        RAISE EXCEPTION 'the space was erased' USING ERRCODE = 'PE410';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER file_is_there BEFORE INSERT ON pathway FOR EACH ROW EXECUTE FUNCTION file_is_there();
CREATE TRIGGER file_is_there BEFORE INSERT ON offer FOR EACH ROW EXECUTE FUNCTION file_is_there();
CREATE TRIGGER file_is_there BEFORE INSERT ON award FOR EACH ROW EXECUTE FUNCTION file_is_there();
CREATE TRIGGER file_is_there BEFORE INSERT ON credential FOR EACH ROW EXECUTE FUNCTION file_is_there();
CREATE TRIGGER file_is_there BEFORE INSERT ON access_reopening FOR EACH ROW EXECUTE FUNCTION file_is_there();

CREATE TRIGGER space_is_there BEFORE INSERT ON award FOR EACH ROW EXECUTE FUNCTION space_is_there();
CREATE TRIGGER space_is_there BEFORE INSERT ON credential FOR EACH ROW EXECUTE FUNCTION space_is_there();
CREATE TRIGGER space_is_there BEFORE INSERT ON acceptance FOR EACH ROW EXECUTE FUNCTION space_is_there();
CREATE TRIGGER space_is_there BEFORE INSERT ON access_reopening FOR EACH ROW EXECUTE FUNCTION space_is_there();
CREATE TRIGGER space_is_there BEFORE INSERT ON holder_access FOR EACH ROW EXECUTE FUNCTION space_is_there();
CREATE TRIGGER space_is_there BEFORE INSERT ON holder_visit FOR EACH ROW EXECUTE FUNCTION space_is_there();
CREATE TRIGGER space_is_there BEFORE INSERT ON share_link FOR EACH ROW EXECUTE FUNCTION space_is_there();
CREATE TRIGGER space_is_there BEFORE INSERT ON session FOR EACH ROW WHEN (NEW.holder_id IS NOT NULL) EXECUTE FUNCTION space_is_there();
CREATE TRIGGER space_is_there BEFORE INSERT OR UPDATE OF holder_id ON worker
    FOR EACH ROW WHEN (NEW.holder_id IS NOT NULL) EXECUTE FUNCTION space_is_there();

REVOKE ALL ON FUNCTION lock_spaces_of_file(uuid), file_is_there(), space_is_there() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_spaces_of_file(uuid) TO badges_app;
