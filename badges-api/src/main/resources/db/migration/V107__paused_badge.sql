-- A badge that its organisation pauses: the bits of its editions are set for good, as at a revocation, and its pages say that it
-- is paused. A badge that comes back is signed again as successors.
ALTER TABLE credential
    DROP CONSTRAINT credential_public_reason_check,
    ADD CONSTRAINT credential_public_reason_check CHECK (public_reason IN
        ('WRONG_PERSON', 'WRONG_CONTENT', 'CRITERIA_NOT_MET', 'HOLDER_REQUEST', 'HOLDER_WITHDREW', 'NAME_CORRECTED',
         'RESUMED', 'PAUSED_TO_CHECK', 'PAUSED_FOR_TEXT', 'PAUSED_ON_REQUEST')),
    -- what a pause was, once it has ended too: by a successor, or by a revocation
    ADD COLUMN paused_at timestamptz,
    ADD COLUMN pause_reason text CHECK (starts_with(pause_reason, 'PAUSED_')),
    ADD COLUMN pause_note text CHECK (length(pause_note) <= 1000),
    ADD COLUMN pause_ended_at timestamptz,
    ADD CONSTRAINT credential_pause CHECK (
        (paused_at IS NULL) = (pause_reason IS NULL)
        AND (paused_at IS NOT NULL OR (pause_note IS NULL AND pause_ended_at IS NULL)));

CREATE FUNCTION is_pause(p_reason text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(starts_with(p_reason, 'PAUSED_'), false)
$$;

-- Whether a credential stands in the place of this one, as far as the current organisation or holder sees it.
CREATE FUNCTION is_superseded(p_credential uuid) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM credential s WHERE s.supersedes = p_credential AND s.state IN ('ISSUED', 'REVOKED'))
$$;

-- What its holder asked for, or withdrew, is nobody's verdict; a pause that the holder asked for neither.
CREATE OR REPLACE FUNCTION revoked_by_issuer(p_state text, p_reason text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state = 'REVOKED' AND p_reason NOT IN ('HOLDER_WITHDREW', 'HOLDER_REQUEST', 'PAUSED_ON_REQUEST')
$$;

-- As in V075. A public form that ends during a pause is withdrawn by its holder: no revocation followed yet.
CREATE OR REPLACE FUNCTION keep_number_of_public_badge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO ended_public_badge (id, organisation_id, revoked, created_at)
    VALUES (OLD.id, OLD.organisation_id,
            EXISTS (SELECT 1 FROM credential c
                    WHERE c.id = OLD.credential_id AND revoked_by_issuer(c.state, c.public_reason)
                      AND NOT is_pause(c.public_reason)),
            date_trunc('month', now()));
    RETURN OLD;
END
$$;

REVOKE ALL ON FUNCTION is_pause(text), is_superseded(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_pause(text), is_superseded(uuid) TO badges_app;
