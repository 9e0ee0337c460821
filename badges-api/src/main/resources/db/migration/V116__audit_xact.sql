-- The transaction that wrote a line, so that sealing knows which lines may still come: one below the oldest running transaction is
-- there or never comes, whatever its id. Lines that are there already are the first to be sealed.
ALTER TABLE audit_event ADD COLUMN xact bigint NOT NULL DEFAULT 0;
ALTER TABLE audit_event ALTER COLUMN xact SET DEFAULT CAST(CAST(pg_current_xact_id() AS text) AS bigint);
CREATE INDEX audit_event_of_xact ON audit_event (xact, id);
