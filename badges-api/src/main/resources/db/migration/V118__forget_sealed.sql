-- As before; and rounds whose lines are all gone, with their heads and signed days. The last of them stays: verification sees by its
-- age that what is missing before it was due.
CREATE OR REPLACE FUNCTION forget_audit(p_most integer) RETURNS integer
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
    DELETE FROM audit_round WHERE number IN (
        SELECT r.number FROM audit_round r
        WHERE r.number < (SELECT max(d.number) FROM audit_round d WHERE d.created_at < now() - interval '61 months')
        ORDER BY r.number
        LIMIT p_most);
    RETURN forgotten;
END
$$;
