-- Who started a run: a job goes on in their name where a node died or nobody pressed the button again.
ALTER TABLE award_run
    ADD COLUMN started_by uuid,
    ADD CONSTRAINT award_run_started_by_fkey
        FOREIGN KEY (started_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT;
UPDATE award_run SET started_by = created_by WHERE state <> 'DRAFT';
ALTER TABLE award_run ADD CHECK ((state = 'DRAFT') = (started_by IS NULL));
CREATE INDEX award_run_started_by ON award_run (started_by);

-- Takes the runs of whichever organisation in which people wait and that no request touched since; they count as touched now. A
-- paused organisation offers nothing, and neither does a member who left or may not offer any more.
CREATE FUNCTION take_waiting_runs(p_untouched timestamptz, p_now timestamptz, p_most integer)
    RETURNS TABLE (run_id uuid, organisation_id uuid, account_id uuid)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE award_run taken SET updated_at = p_now
    WHERE taken.id IN (
        SELECT r.id FROM award_run r
        JOIN membership m ON m.account_id = r.started_by AND m.organisation_id = r.organisation_id
        WHERE r.state = 'STARTED' AND r.updated_at < p_untouched AND m.state = 'ACTIVE'
          AND CASE WHEN m.rights IS NULL THEN m.role <> 'EVALUATOR' ELSE 'AWARD' = ANY (m.rights) END
          AND NOT organisation_paused(r.organisation_id)
          AND EXISTS (SELECT FROM award_run_person p WHERE p.run_id = r.id AND p.state = 'CHOSEN')
        ORDER BY r.updated_at, r.id
        LIMIT p_most
        FOR UPDATE OF r SKIP LOCKED)
    RETURNING taken.id, taken.organisation_id, taken.started_by
$$;
REVOKE ALL ON FUNCTION take_waiting_runs(timestamptz, timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_waiting_runs(timestamptz, timestamptz, integer) TO badges_app;
