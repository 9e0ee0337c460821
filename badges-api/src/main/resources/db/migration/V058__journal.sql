-- The journal: audit lines as people read them, newest first. A page reads a few lines of each code by index, however many
-- lines there are, and whichever codes are asked for.
CREATE INDEX audit_event_of_code ON audit_event (organisation_id, code, created_at, id);
CREATE INDEX audit_event_of_actor ON audit_event (actor_id, code, created_at, id) WHERE actor_id IS NOT NULL;
-- The index above begins alike.
DROP INDEX audit_event_of_organisation;
-- Lines are written nearly in the order of their time: this index is small, and finds the old ones.
CREATE INDEX audit_event_by_time ON audit_event USING brin (created_at);
CREATE INDEX audit_event_of_sign_in ON audit_event (created_at)
    WHERE code IN ('SIGNED_IN', 'SIGN_IN_FAILED', 'SIGNED_OUT', 'DEVICE_TAKEN_BACK');

-- The rows about one worker of the current organisation that audit lines have as their subject.
CREATE FUNCTION subjects_of_worker(p_worker uuid) RETURNS TABLE (subject_id uuid)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT w.id FROM worker w WHERE w.id = p_worker AND w.organisation_id = app_organisation()
    UNION ALL
    SELECT p.id FROM pathway p WHERE p.worker_id = p_worker AND p.organisation_id = app_organisation()
    UNION ALL
    SELECT o.id FROM offer o WHERE o.worker_id = p_worker AND o.organisation_id = app_organisation()
    UNION ALL
    SELECT c.id FROM credential c WHERE c.worker_id = p_worker AND c.organisation_id = app_organisation()
    UNION ALL
    SELECT r.id FROM access_reopening r WHERE r.worker_id = p_worker AND r.organisation_id = app_organisation()
$$;

-- A member of a network that the current organisation belongs or belonged to: who asked for a pause or made a link is named.
CREATE FUNCTION name_in_network(p_account uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.display_name
    FROM account a JOIN membership m ON m.account_id = a.id
    WHERE a.id = p_account AND EXISTS (
        SELECT FROM network_membership n
        WHERE n.network_id = m.organisation_id AND n.organisation_id = app_organisation())
$$;

-- Audit lines with what their ids stand for, as far as the current organisation sees it: an erased worker has no name.
CREATE FUNCTION journal_lines(p_lines audit_event[])
    RETURNS TABLE (id bigint, created_at timestamptz, code text, actor_kind text, actor_name text, network_name text,
                   subject_id uuid, subject_kind text, worker_id uuid, worker_name text, thing text, organisation_id uuid)
    LANGUAGE sql STABLE ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH line AS MATERIALIZED (
        SELECT e.id, e.created_at, e.code, e.actor_kind, e.actor_id, e.subject_id, e.organisation_id
        FROM unnest(p_lines) e),
    found AS MATERIALIZED (
        SELECT l.id, s.kind, s.worker_id, s.version_id, s.thing
        FROM line l CROSS JOIN LATERAL (
            SELECT 'WORKER' AS kind, w.id AS worker_id, CAST(NULL AS uuid) AS version_id, CAST(NULL AS text) AS thing
            FROM worker w WHERE w.id = l.subject_id AND w.organisation_id = l.organisation_id
            UNION ALL
            SELECT 'PATHWAY', p.worker_id, NULL, NULL
            FROM pathway p WHERE p.id = l.subject_id AND p.organisation_id = l.organisation_id
            UNION ALL
            SELECT 'OFFER', o.worker_id, o.achievement_version_id, NULL
            FROM offer o WHERE o.id = l.subject_id AND o.organisation_id = l.organisation_id
            UNION ALL
            SELECT CASE WHEN c.hidden_at IS NULL AND c.state IN ('ISSUED', 'REVOKED') THEN 'CREDENTIAL' ELSE 'AWARD' END,
                   c.worker_id, a.achievement_version_id, NULL
            FROM credential c JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            WHERE c.id = l.subject_id AND c.organisation_id = l.organisation_id
            UNION ALL
            SELECT 'REOPENING', r.worker_id, NULL, NULL
            FROM access_reopening r WHERE r.id = l.subject_id AND r.organisation_id = l.organisation_id
            UNION ALL
            SELECT 'ACHIEVEMENT', NULL, NULL, h.content ->> 'name'
            FROM achievement h WHERE h.id = l.subject_id AND h.organisation_id = l.organisation_id
            UNION ALL
            SELECT 'MEMBER', NULL, NULL, t.display_name FROM account t WHERE t.id = l.subject_id
            UNION ALL
            SELECT 'INVITATION', NULL, NULL, nullif(i.label, '')
            FROM invitation i WHERE i.id = l.subject_id AND i.organisation_id = l.organisation_id
            UNION ALL
            SELECT 'ORGANISATION', NULL, NULL, g.public_name FROM organisation g WHERE g.id = l.subject_id
            UNION ALL
            SELECT 'SIGNER', NULL, NULL, n.name
            FROM trust_signer n WHERE n.id = l.subject_id AND n.organisation_id = l.organisation_id) s)
    SELECT l.id, l.created_at, l.code, l.actor_kind, t.display_name,
           CASE WHEN l.actor_kind = 'ACCOUNT' AND t.id IS NULL THEN name_in_network(l.actor_id) END, l.subject_id, f.kind, w.id,
           w.first_name || ' ' || w.last_name, coalesce(f.thing, v.content ->> 'name'), l.organisation_id
    FROM line l
    LEFT JOIN found f ON f.id = l.id
    LEFT JOIN account t ON l.actor_kind = 'ACCOUNT' AND t.id = l.actor_id
    LEFT JOIN worker w ON w.id = f.worker_id AND w.organisation_id = l.organisation_id AND w.erased_at IS NULL
    LEFT JOIN achievement_version v ON v.id = f.version_id AND v.organisation_id = l.organisation_id
    ORDER BY l.created_at DESC, l.id DESC
$$;

-- The latest lines about one worker of the current organisation: a column of the row that their page reads.
CREATE FUNCTION latest_lines_of_worker(p_worker uuid, p_codes text[], p_most integer) RETURNS json
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT json_agg(j) FROM journal_lines(ARRAY(
        SELECT e FROM audit_event e
        WHERE e.subject_id = ANY (ARRAY(SELECT s.subject_id FROM subjects_of_worker(p_worker) s))
          AND e.organisation_id = app_organisation() AND e.code = ANY (p_codes)
        ORDER BY e.created_at DESC, e.id DESC
        LIMIT p_most)) j
$$;

-- The lines of a network's own acts on its organisations, which stand in their journals: those alone, and only while the
-- organisation was a member.
CREATE FUNCTION acts_of_network(
    p_codes text[], p_actor uuid, p_from timestamptz, p_until timestamptz, p_at timestamptz, p_id bigint, p_most integer)
    RETURNS SETOF audit_event
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT DISTINCT l.*
    FROM network_membership m
    CROSS JOIN unnest(p_codes) AS wanted (code)
    CROSS JOIN LATERAL (
        SELECT e.*
        FROM audit_event e
        WHERE e.organisation_id = m.organisation_id AND e.code = wanted.code
          AND e.created_at >= greatest(p_from, m.vetted_on::timestamp AT TIME ZONE 'Europe/Paris')
          AND e.created_at < least(p_until, (m.ended_on + 1)::timestamp AT TIME ZONE 'Europe/Paris')
          AND (e.created_at, e.id) < (p_at, p_id)
          AND (p_actor IS NULL OR e.actor_id = p_actor)
        ORDER BY e.created_at DESC, e.id DESC
        LIMIT p_most) l
    WHERE m.network_id = app_organisation()
      AND wanted.code IN ('ORGANISATION_CREATED', 'ADMIN_RECOVERED', 'PAUSE_ASKED', 'PAUSE_WITHDRAWN',
                          'ORGANISATION_PAUSED', 'ORGANISATION_PAUSED_BY_OPERATOR', 'ORGANISATION_RESUMED')
    ORDER BY l.created_at DESC, l.id DESC
    LIMIT p_most
$$;

-- What concerns the current holder: their own acts, and those of organisations on their file, offers, badges and slips. No
-- name of a member.
CREATE FUNCTION acts_of_holder(p_codes text[], p_most integer)
    RETURNS TABLE (created_at timestamptz, code text, organisation text, badge text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH subject AS MATERIALIZED (
        SELECT w.id, w.organisation_id, CAST(NULL AS uuid) AS version_id FROM worker w WHERE w.holder_id = app_holder()
        UNION ALL
        SELECT p.id, p.organisation_id, NULL FROM pathway p JOIN worker w ON w.id = p.worker_id WHERE w.holder_id = app_holder()
        UNION ALL
        SELECT o.id, o.organisation_id, o.achievement_version_id
        FROM offer o JOIN worker w ON w.id = o.worker_id WHERE w.holder_id = app_holder()
        UNION ALL
        SELECT c.id, c.organisation_id, a.achievement_version_id
        FROM credential c JOIN award a ON a.id = c.award_id WHERE c.holder_id = app_holder()
        UNION ALL
        SELECT r.id, r.organisation_id, NULL FROM access_reopening r WHERE r.holder_id = app_holder()),
    line AS MATERIALIZED (
        SELECT e.id, e.created_at, e.code, s.organisation_id, s.version_id
        FROM subject s JOIN audit_event e ON e.subject_id = s.id AND e.organisation_id = s.organisation_id
        WHERE e.code = ANY (p_codes)
        UNION ALL
        SELECT e.id, e.created_at, e.code, NULL, NULL
        FROM audit_event e
        WHERE e.actor_id = app_holder() AND e.actor_kind = 'HOLDER' AND e.organisation_id IS NULL AND e.code = ANY (p_codes)),
    latest AS MATERIALIZED (
        SELECT l.* FROM line l ORDER BY l.created_at DESC, l.id DESC LIMIT p_most)
    SELECT l.created_at, l.code, g.public_name, v.content ->> 'name'
    FROM latest l
    LEFT JOIN organisation g ON g.id = l.organisation_id
    LEFT JOIN achievement_version v ON v.id = l.version_id
    ORDER BY l.created_at DESC, l.id DESC
$$;

-- Lines past their time, at most so many of each in one call: openings of the desk after a year, all others after five. The
-- periods stand here, and the database tells the time: the service cannot remove a younger line.
CREATE FUNCTION forget_audit(p_most integer) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    forgotten integer;
BEGIN
    DELETE FROM audit_event WHERE id IN (
        (SELECT e.id FROM audit_event e WHERE e.created_at < now() - interval '5 years' LIMIT p_most)
        UNION ALL
        (SELECT e.id FROM audit_event e
         WHERE e.code IN ('SIGNED_IN', 'SIGN_IN_FAILED', 'SIGNED_OUT', 'DEVICE_TAKEN_BACK')
           AND e.created_at < now() - interval '1 year'
         LIMIT p_most));
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    RETURN forgotten;
END
$$;

REVOKE ALL ON FUNCTION subjects_of_worker(uuid), name_in_network(uuid), journal_lines(audit_event[]),
    latest_lines_of_worker(uuid, text[], integer), acts_of_holder(text[], integer),
    acts_of_network(text[], uuid, timestamptz, timestamptz, timestamptz, bigint, integer), forget_audit(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION subjects_of_worker(uuid), name_in_network(uuid), journal_lines(audit_event[]),
    latest_lines_of_worker(uuid, text[], integer), acts_of_holder(text[], integer),
    acts_of_network(text[], uuid, timestamptz, timestamptz, timestamptz, bigint, integer), forget_audit(integer) TO badges_app;
