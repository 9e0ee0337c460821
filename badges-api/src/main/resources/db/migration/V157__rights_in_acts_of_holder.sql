-- As before; each act of a member also says what they were then: their role and rights, never their name.
DROP FUNCTION acts_of_holder(text[], integer);
CREATE FUNCTION acts_of_holder(p_codes text[], p_most integer)
    RETURNS TABLE (created_at timestamptz, code text, organisation text, badge text, subject_id uuid, thing text, wallet text,
                   role text, rights text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH subject AS MATERIALIZED (
        SELECT w.id, w.organisation_id, CAST(NULL AS uuid) AS version_id FROM worker w WHERE w.holder_id = app_holder()
        UNION ALL
        SELECT o.id, o.organisation_id, NULL FROM worker o JOIN worker w ON w.id = o.merged_into WHERE w.holder_id = app_holder()
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
        SELECT e.id, e.created_at, e.code, e.subject_id, s.organisation_id, s.version_id,
               CASE WHEN e.actor_kind = 'ACCOUNT' THEN e.actor_id END AS account_id
        FROM subject s JOIN audit_event e ON e.subject_id = s.id AND e.organisation_id = s.organisation_id
        WHERE e.code = ANY (p_codes) AND s.organisation_id = coalesce((SELECT limited_organisation()), s.organisation_id)
        UNION ALL
        SELECT e.id, e.created_at, e.code, e.subject_id, NULL, NULL, NULL
        FROM audit_event e
        WHERE e.actor_id IN (SELECT h.id FROM holder h WHERE h.id = app_holder() OR h.joined_into = app_holder())
          AND e.actor_kind = 'HOLDER' AND e.organisation_id IS NULL AND e.code = ANY (p_codes)),
    latest AS MATERIALIZED (
        SELECT l.* FROM line l ORDER BY l.created_at DESC, l.id DESC LIMIT p_most)
    SELECT l.created_at, l.code, g.public_name, v.content ->> 'name', l.subject_id, coalesce(s.label, p.name), c.wallet,
           r.role, r.rights
    FROM latest l
    LEFT JOIN organisation g ON g.id = l.organisation_id
    LEFT JOIN achievement_version v ON v.id = l.version_id
    LEFT JOIN credential c ON c.id = l.subject_id AND c.holder_id = app_holder()
    LEFT JOIN passkey p ON p.id = l.subject_id AND p.holder_id = app_holder() AND (SELECT limited_organisation()) IS NULL
    LEFT JOIN LATERAL rights_of_author(l.organisation_id, l.account_id, l.created_at) r ON true
    LEFT JOIN LATERAL (
        SELECT min(o.label) AS label
        FROM share_link o
        WHERE o.holder_id = app_holder()
          AND ((SELECT limited_organisation()) IS NULL OR o.organisation_id = (SELECT limited_organisation()))
          AND (o.id = l.subject_id
               OR c.edition > 1 AND (o.credential_id = c.id
                                     OR o.id IN (SELECT b.share_link_id FROM share_link_badge b WHERE b.credential_id = c.id)))
        HAVING count(*) = 1) s ON true
    ORDER BY l.created_at DESC, l.id DESC
$$;
REVOKE ALL ON FUNCTION acts_of_holder(text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION acts_of_holder(text[], integer) TO badges_app;
