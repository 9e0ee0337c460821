-- A pause is asked for before it takes effect: it waits for a second administrator of the network, or, where there is only
-- one, for a day that the organisation is told of. Its reason comes from a closed list; suspended_reason says in words what
-- has to change. Everything of a pause goes when it ends; the audit lines stay.
ALTER TABLE network_membership
    DROP CONSTRAINT network_membership_reason,
    ADD COLUMN pause_reason text CHECK (pause_reason IN ('AGREEMENT', 'INFORMATION', 'BADGES_DISPUTED', 'ACCESS_AT_RISK',
        'ACTIVITY_STOPPED', 'ORGANISATION_REQUEST')),
    ADD COLUMN pause_asked_at timestamptz,
    ADD COLUMN pause_asked_by uuid,
    -- when it takes effect by itself; NULL while it waits for a second administrator
    ADD COLUMN pause_due_at timestamptz,
    ADD CONSTRAINT network_membership_pause_asked CHECK (pause_asked_at IS NULL OR (state = 'ACTIVE' AND pause_reason IS NOT NULL)),
    ADD CONSTRAINT network_membership_pause_of_request
        CHECK (pause_asked_at IS NOT NULL OR (pause_asked_by IS NULL AND pause_due_at IS NULL)),
    ADD CONSTRAINT network_membership_reason CHECK (state = 'SUSPENDED' OR pause_asked_at IS NOT NULL
        OR (suspended_reason IS NULL AND pause_reason IS NULL)),
    -- The request stays when who made it is erased; any administrator may then confirm it.
    ADD CONSTRAINT network_membership_pause_asked_by_fkey
        FOREIGN KEY (pause_asked_by, network_id) REFERENCES membership (account_id, organisation_id)
        ON DELETE SET NULL (pause_asked_by);
CREATE INDEX network_membership_pause_asked_by ON network_membership (pause_asked_by) WHERE pause_asked_by IS NOT NULL;
CREATE INDEX network_membership_pause_waits ON network_membership (pause_asked_at) WHERE pause_asked_at IS NOT NULL;

-- The requests that the job looks at, with the network in whose transaction it goes on.
CREATE FUNCTION asked_pauses(p_most integer) RETURNS TABLE (network_id uuid, organisation_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.network_id, m.organisation_id
    FROM network_membership m
    WHERE m.pause_asked_at IS NOT NULL
    ORDER BY m.pause_due_at NULLS LAST, m.id
    LIMIT p_most
$$;

REVOKE ALL ON FUNCTION asked_pauses(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION asked_pauses(integer) TO badges_app;
