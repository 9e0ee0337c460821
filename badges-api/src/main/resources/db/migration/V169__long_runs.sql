-- Up to 10,000 people: what is more than a request makes is offered by the job, and a member can stop it. A table of
-- 10,000 people is read in pages and streams, by the index of its primary key.
ALTER TABLE award_run
    DROP CONSTRAINT award_run_people_check,
    ADD CONSTRAINT award_run_people_check CHECK (people BETWEEN 0 AND 10000),
    DROP CONSTRAINT award_run_state_check,
    ADD CONSTRAINT award_run_state_check CHECK (state IN ('DRAFT', 'STARTED', 'STOPPED', 'DONE'));

DROP FUNCTION take_waiting_runs(timestamptz, timestamptz, integer);

-- As before. A run of more people than a request offers to is taken at once when it starts, and p_mine are the runs that the
-- caller works on: it takes them again, as long as everything that allows that still holds.
CREATE FUNCTION take_waiting_runs(p_untouched timestamptz, p_now timestamptz, p_most integer, p_at_once integer, p_mine uuid[])
    RETURNS TABLE (run_id uuid, organisation_id uuid, account_id uuid)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE award_run taken SET updated_at = p_now
    WHERE taken.id IN (
        SELECT r.id FROM award_run r
        JOIN membership m ON m.account_id = r.started_by AND m.organisation_id = r.organisation_id
        WHERE r.state = 'STARTED' AND m.state = 'ACTIVE'
          AND (r.updated_at < p_untouched OR r.id = ANY (p_mine)
               OR (r.people > p_at_once AND NOT EXISTS (
                   SELECT FROM award_run_person p WHERE p.run_id = r.id AND p.state <> 'CHOSEN')))
          AND CASE WHEN m.rights IS NULL THEN m.role <> 'EVALUATOR' ELSE 'AWARD' = ANY (m.rights) END
          AND NOT organisation_paused(r.organisation_id)
          AND EXISTS (SELECT FROM award_run_person p WHERE p.run_id = r.id AND p.state = 'CHOSEN')
        ORDER BY r.updated_at, r.id
        LIMIT p_most
        FOR UPDATE OF r SKIP LOCKED)
    RETURNING taken.id, taken.organisation_id, taken.started_by
$$;
REVOKE ALL ON FUNCTION take_waiting_runs(timestamptz, timestamptz, integer, integer, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_waiting_runs(timestamptz, timestamptz, integer, integer, uuid[]) TO badges_app;
