-- An offer that renews a badge: once it is accepted and signed, the badge of before is replaced.
ALTER TABLE offer
    ADD COLUMN renews uuid,
    ADD CONSTRAINT offer_renews_fkey FOREIGN KEY (renews, organisation_id) REFERENCES award (id, organisation_id) ON DELETE RESTRICT;
CREATE INDEX offer_renews ON offer (renews, organisation_id) WHERE renews IS NOT NULL;

ALTER TABLE credential
    DROP CONSTRAINT credential_public_reason_check,
    ADD CONSTRAINT credential_public_reason_check CHECK (public_reason IN
        ('WRONG_PERSON', 'WRONG_CONTENT', 'CRITERIA_NOT_MET', 'HOLDER_REQUEST', 'HOLDER_WITHDREW', 'NAME_CORRECTED',
         'RESUMED', 'RENEWED', 'PAUSED_TO_CHECK', 'PAUSED_FOR_TEXT', 'PAUSED_ON_REQUEST'));

-- What is renewed is no verdict of its issuer.
CREATE OR REPLACE FUNCTION revoked_by_issuer(p_state text, p_reason text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state = 'REVOKED' AND p_reason NOT IN ('HOLDER_WITHDREW', 'HOLDER_REQUEST', 'PAUSED_ON_REQUEST', 'RENEWED')
$$;

-- Links to an edition of a badge lead to the edition that renews it: of the same holder and organisation, and of an offer that
-- says so. Links are their holder's alone.
CREATE FUNCTION follow_renewal(p_before uuid, p_after uuid) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    moved bigint;
    part bigint;
BEGIN
    PERFORM FROM credential b
    JOIN credential a ON a.organisation_id = b.organisation_id AND a.holder_id = b.holder_id
    JOIN award w ON w.id = a.award_id AND w.organisation_id = a.organisation_id
    JOIN offer o ON o.id = w.offer_id AND o.organisation_id = w.organisation_id AND o.renews = b.award_id
    WHERE b.id = p_before AND a.id = p_after AND b.organisation_id = app_organisation();
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    UPDATE share_link SET credential_id = p_after WHERE credential_id = p_before;
    GET DIAGNOSTICS moved = ROW_COUNT;
    UPDATE share_link_badge SET credential_id = p_after WHERE credential_id = p_before;
    GET DIAGNOSTICS part = ROW_COUNT;
    RETURN moved + part;
END
$$;

-- Whether a link shows an edition of the current organisation: what has one is renewed as it is.
CREATE FUNCTION is_linked(p_credential uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM credential c WHERE c.id = p_credential AND c.organisation_id = app_organisation()
          AND (EXISTS (SELECT FROM share_link s WHERE s.credential_id = c.id)
               OR EXISTS (SELECT FROM share_link_badge b WHERE b.credential_id = c.id)))
$$;

-- The badge that renewed another, as it was accepted; a holder reads no offers.
CREATE FUNCTION renewed_by(p_credential uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id
    FROM credential b
    JOIN offer o ON o.renews = b.award_id AND o.organisation_id = b.organisation_id
    JOIN award a ON a.offer_id = o.id AND a.organisation_id = o.organisation_id AND a.holder_id = b.holder_id
    JOIN credential c ON c.award_id = a.id AND c.edition = 1 AND c.state IN ('ISSUED', 'REVOKED')
    WHERE b.id = p_credential AND b.public_reason = 'RENEWED'
      AND (b.organisation_id = app_organisation() OR b.holder_id = app_holder())
    ORDER BY c.created_at, c.id
    LIMIT 1
$$;

-- An award and those that it renewed, in the same space, as far as the current organisation sees them: their copies in wallets are in
-- force until their own end.
CREATE FUNCTION renewed_awards(p_award uuid) RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    WITH RECURSIVE line (id, holder_id) AS (
        SELECT a.id, a.holder_id FROM award a WHERE a.id = p_award
        UNION
        SELECT b.id, b.holder_id
        FROM line
        JOIN award a ON a.id = line.id
        JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
        JOIN award b ON b.id = o.renews AND b.organisation_id = o.organisation_id AND b.holder_id = line.holder_id)
    SELECT line.id FROM line
$$;

REVOKE ALL ON FUNCTION follow_renewal(uuid, uuid), is_linked(uuid), renewed_by(uuid), renewed_awards(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION follow_renewal(uuid, uuid), is_linked(uuid), renewed_by(uuid), renewed_awards(uuid) TO badges_app;
