-- A name that is corrected after an acceptance: what shows it is signed again as a successor, and what was signed before is revoked.
ALTER TABLE credential
    DROP CONSTRAINT credential_public_reason_check,
    ADD CONSTRAINT credential_public_reason_check CHECK (public_reason IN
        ('WRONG_PERSON', 'WRONG_CONTENT', 'CRITERIA_NOT_MET', 'HOLDER_REQUEST', 'HOLDER_WITHDREW', 'NAME_CORRECTED'));

-- One successor stands.
CREATE UNIQUE INDEX credential_one_successor ON credential (supersedes) WHERE supersedes IS NOT NULL AND state <> 'VOIDED';

-- What led to a credential leads to the one that says the same from now on: links, the acceptance, offers to wallets. Some of it is
-- its holder's alone. Nothing happens between credentials of different awards.
CREATE FUNCTION follow_credential(p_before uuid, p_after uuid) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    moved bigint := 0;
    part bigint;
BEGIN
    PERFORM FROM credential b JOIN credential a
        ON a.award_id = b.award_id AND a.organisation_id = b.organisation_id AND a.holder_id = b.holder_id
    WHERE b.id = p_before AND a.id = p_after AND b.organisation_id = app_organisation();
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    UPDATE share_link SET credential_id = p_after WHERE credential_id = p_before;
    GET DIAGNOSTICS part = ROW_COUNT;
    moved := moved + part;
    UPDATE share_link_badge SET credential_id = p_after WHERE credential_id = p_before;
    GET DIAGNOSTICS part = ROW_COUNT;
    moved := moved + part;
    UPDATE wallet_offer SET credential_id = p_after WHERE credential_id = p_before;
    GET DIAGNOSTICS part = ROW_COUNT;
    moved := moved + part;
    UPDATE acceptance SET credential_id = p_after WHERE credential_id = p_before;
    GET DIAGNOSTICS part = ROW_COUNT;
    RETURN moved + part;
END
$$;

REVOKE ALL ON FUNCTION follow_credential(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION follow_credential(uuid, uuid) TO badges_app;
