-- The editions of an award that were signed in an earlier version of a badge that is offered: those that a newer text can replace.
-- Not in a wallet, to which nothing can be sent, nor of a space that was erased. What is not compared here is read beside its
-- earlier form: all else that is said must stay.
CREATE FUNCTION editions_in_earlier_text(p_award uuid, p_now timestamptz)
    RETURNS TABLE (credential_id uuid, version_id uuid, newest_id uuid, words_only boolean)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id, v.id, n.id,
           '{"alignments": []}'::jsonb
               || jsonb_strip_nulls(v.content - ARRAY['name', 'description', 'criteria', 'tasks', 'evidencePolicy'])
           = '{"alignments": []}'::jsonb
               || jsonb_strip_nulls(n.content - ARRAY['name', 'description', 'criteria', 'tasks', 'evidencePolicy'])
    FROM credential c
    JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
    JOIN achievement_version v ON v.id = coalesce(c.achievement_version_id, a.achievement_version_id)
        AND v.organisation_id = c.organisation_id
    JOIN achievement h ON h.id = v.achievement_id AND h.organisation_id = v.organisation_id AND h.state = 'PUBLISHED'
    JOIN LATERAL (
        SELECT newer.id, newer.content, newer.version FROM achievement_version newer
        WHERE newer.achievement_id = v.achievement_id AND newer.organisation_id = v.organisation_id
        ORDER BY newer.version DESC LIMIT 1) n ON n.version > v.version
    WHERE c.award_id = p_award AND c.state = 'ISSUED' AND c.wallet IS NULL AND coalesce(c.valid_until > p_now, true)
      AND EXISTS (SELECT FROM credential_document d WHERE d.credential_id = c.id)
$$;

-- The last edition in the place of which this one stands, directly or not, and whose text was corrected.
CREATE FUNCTION before_corrected_text(p_credential uuid) RETURNS TABLE (credential_id uuid, corrected_at timestamptz)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    WITH RECURSIVE former AS (
        SELECT f.id, f.award_id, f.supersedes, f.public_reason, f.revoked_at, 1 AS step
        FROM credential c JOIN credential f ON f.id = c.supersedes AND f.award_id = c.award_id
        WHERE c.id = p_credential
        UNION ALL
        SELECT f.id, f.award_id, f.supersedes, f.public_reason, f.revoked_at, former.step + 1
        FROM former JOIN credential f ON f.id = former.supersedes AND f.award_id = former.award_id
        WHERE former.public_reason <> 'TEXT_CORRECTED')
    SELECT id, revoked_at FROM former WHERE public_reason = 'TEXT_CORRECTED' ORDER BY step LIMIT 1
$$;

-- A text that was corrected is no verdict of its issuer.
CREATE OR REPLACE FUNCTION revoked_by_issuer(p_state text, p_reason text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state = 'REVOKED'
       AND p_reason NOT IN ('HOLDER_WITHDREW', 'HOLDER_REQUEST', 'PAUSED_ON_REQUEST', 'RENEWED', 'TEXT_CORRECTED')
$$;

-- As in V075. A public form has the text that its holder published: it ends with that text, and its holder publishes again.
CREATE OR REPLACE FUNCTION follow_credential(p_before uuid, p_after uuid) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    moved bigint := 0;
    part bigint;
    held text;
BEGIN
    PERFORM FROM credential b JOIN credential a
        ON a.award_id = b.award_id AND a.organisation_id = b.organisation_id AND a.holder_id = b.holder_id
    WHERE b.id = p_before AND a.id = p_after AND b.organisation_id = app_organisation();
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    DELETE FROM public_badge p USING credential b, credential a, award w
    WHERE p.credential_id = p_before AND b.id = p_before AND a.id = p_after AND w.id = a.award_id
      AND coalesce(a.achievement_version_id, w.achievement_version_id)
          <> coalesce(b.achievement_version_id, w.achievement_version_id);
    FOREACH held IN ARRAY ARRAY['share_link', 'share_link_badge', 'wallet_offer', 'openid_offer', 'public_badge', 'acceptance'] LOOP
        EXECUTE format('UPDATE %I SET credential_id = $1 WHERE credential_id = $2', held) USING p_after, p_before;
        GET DIAGNOSTICS part = ROW_COUNT;
        moved := moved + part;
    END LOOP;
    RETURN moved;
END
$$;

REVOKE ALL ON FUNCTION editions_in_earlier_text(uuid, timestamptz), before_corrected_text(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION editions_in_earlier_text(uuid, timestamptz), before_corrected_text(uuid) TO badges_app;
