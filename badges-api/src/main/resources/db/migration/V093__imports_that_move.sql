-- A verdict on a badge from elsewhere, as before. Once it is proven, its identity is complete: the issuer of a hosted badge is known
-- when its documents were fetched. The verdict of an earlier look never takes the place of that of a later one.
CREATE FUNCTION judge_imported_badge(
        p_id uuid, p_holder uuid, p_headline text, p_known boolean, p_answered boolean, p_facts bytea, p_identity bytea,
        p_now timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE imported_badge
    SET headline = p_headline, known = p_known, facts = coalesce(p_facts, facts),
        identity = CASE
            WHEN p_identity IS NULL OR EXISTS (
                SELECT FROM imported_badge same
                WHERE same.holder_id = p_holder AND same.identity = p_identity AND same.state = 'KEPT' AND same.id <> p_id)
            THEN identity ELSE p_identity END,
        checked_at = CASE WHEN p_answered THEN p_now END
    WHERE id = p_id AND holder_id = p_holder AND (checked_at IS NULL OR (p_answered AND checked_at <= p_now))
$$;
REVOKE ALL ON FUNCTION judge_imported_badge(uuid, uuid, text, boolean, boolean, bytea, bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION judge_imported_badge(uuid, uuid, text, boolean, boolean, bytea, bytea, timestamptz) TO badges_app;

-- As before; of a badge from elsewhere in both spaces, a file without a verdict never takes the place of one with a verdict.
CREATE OR REPLACE FUNCTION join_spaces(p_other uuid, p_now timestamptz) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    kept uuid := app_holder();
    opened timestamptz;
    held record;
BEGIN
    IF (SELECT count(*) FROM holder h
        WHERE h.id IN (kept, p_other) AND h.erased_at IS NULL
          AND (h.limited_to IS NULL OR h.limited_until <= p_now)) <> 2 OR app_organisation() IS NOT NULL
    THEN
        RAISE EXCEPTION 'these spaces cannot be joined';
    END IF;
    -- The slips of the other space show no card any more: not this one's either.
    UPDATE offer SET pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
    FROM acceptance a
    WHERE a.holder_id = p_other AND a.voided_at IS NULL AND offer.id = a.offer_id
      AND offer.state = 'ACCEPTED' AND offer.pin_hash IS NOT NULL;
    UPDATE holder_access SET state = CASE state WHEN 'ACTIVE' THEN 'JOINED' ELSE 'REPLACED' END, waits_until = NULL, code_sealed = NULL
    WHERE holder_id = p_other AND state IN ('ACTIVE', 'WAITING');
    -- A sealed value names its holder. Those of links were sealed again; the codes of an offer to a wallet last for minutes.
    UPDATE openid_offer SET codes_sealed = NULL WHERE holder_id = p_other AND codes_sealed IS NOT NULL;
    -- A badge from elsewhere that both keep stays once: one with a verdict, then the newer one, then that of this space. The caller
    -- has hashed the identities of the other space again for this holder.
    DELETE FROM imported_badge twin USING imported_badge stays
    WHERE twin.identity = stays.identity AND twin.state = 'KEPT' AND stays.state = 'KEPT'
      AND twin.holder_id IN (kept, p_other) AND stays.holder_id IN (kept, p_other) AND twin.holder_id <> stays.holder_id
      AND (twin.checked_at IS NOT NULL, coalesce(twin.starts_at, '-infinity'), twin.holder_id = kept)
          < (stays.checked_at IS NOT NULL, coalesce(stays.starts_at, '-infinity'), stays.holder_id = kept);
    SET CONSTRAINTS ALL DEFERRED;
    FOR held IN SELECT t.name, t.moves FROM tables_of_space() t ORDER BY t.name LOOP
        IF held.moves THEN
            EXECUTE format('UPDATE %I SET holder_id = $1 WHERE holder_id = $2', held.name) USING kept, p_other;
        ELSE
            EXECUTE format('DELETE FROM %I WHERE holder_id = $1', held.name) USING p_other;
        END IF;
    END LOOP;
    SET CONSTRAINTS ALL IMMEDIATE;
    UPDATE holder SET joined_into = kept WHERE joined_into = p_other;
    SELECT h.last_opened_at INTO opened FROM holder h WHERE h.id = p_other;
    UPDATE holder
    SET joined_into = kept, erased_at = p_now, created_at = date_trunc('month', created_at), last_opened_at = NULL,
        closing_announced_on = NULL, limited_to = NULL, limited_until = NULL
    WHERE id = p_other;
    -- The later of both: none of the badges goes earlier than before.
    UPDATE holder SET last_opened_at = greatest(last_opened_at, opened), limited_to = NULL, limited_until = NULL WHERE id = kept;
END
$$;
