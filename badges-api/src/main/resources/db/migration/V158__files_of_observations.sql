-- Nothing new about an erased or merged person in these tables either.
CREATE TRIGGER file_is_there BEFORE INSERT OR UPDATE OF worker_id ON observation
    FOR EACH ROW EXECUTE FUNCTION file_is_there();
CREATE TRIGGER file_is_there BEFORE INSERT OR UPDATE OF worker_id ON badge_request
    FOR EACH ROW EXECUTE FUNCTION file_is_there();
CREATE TRIGGER file_is_there BEFORE INSERT OR UPDATE OF worker_id ON event_entry
    FOR EACH ROW WHEN (NEW.worker_id IS NOT NULL) EXECUTE FUNCTION file_is_there();
