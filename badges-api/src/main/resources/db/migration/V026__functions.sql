-- Every function anew: parameters are called p_…, so that none can be taken for a column, and a SECURITY DEFINER function
-- ends its search_path in pg_temp, so that no temporary object stands before ours. They read the columns of V022 and V023.

DROP FUNCTION siret_taken(text, text);
DROP FUNCTION locate_account(text);
DROP FUNCTION locate_invitation(bytea);
DROP FUNCTION resume_session(bytea, timestamptz);
DROP FUNCTION close_session(bytea);
DROP FUNCTION sweep_sessions(timestamptz);
DROP FUNCTION published_achievement(uuid, integer);
DROP FUNCTION published_achievement_image(uuid, integer);
DROP FUNCTION published_status_list(uuid);
DROP FUNCTION published_status_version(uuid);
DROP FUNCTION lapsing_status_lists(timestamptz, integer);
DROP FUNCTION locate_holder_access(bytea);
DROP FUNCTION forget_shown_cards(timestamptz);
DROP FUNCTION take_unfinished_credentials(timestamptz, timestamptz, integer);
DROP FUNCTION locate_offer(bytea);
DROP FUNCTION ended_offers(timestamptz, integer);
-- Scans go through shared_badge since V018.
DROP FUNCTION locate_share_link(bytea);
DROP FUNCTION imported_issuer(text, timestamptz);
DROP FUNCTION shared_badge(bytea, timestamptz);
DROP FUNCTION count_share_views(uuid[], bigint[]);
ALTER FUNCTION all_organisations() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION first_network() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION network_admin_exists() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION pinned_signers() SET search_path = pg_catalog, public, pg_temp;

-- Whether the platform already has an organisation under this SIRET and kind, in whichever network.
CREATE FUNCTION siret_taken(p_siret text, p_kind text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM organisation WHERE siret = p_siret AND kind = p_kind)
$$;

-- Where a sign-in name lives. The caller then reads the account inside that organisation.
CREATE FUNCTION locate_account(p_login text) RETURNS TABLE (organisation_id uuid, account_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT member.organisation_id, member.account_id
    FROM account JOIN membership member ON member.account_id = account.id
    WHERE account.login = p_login
$$;

CREATE FUNCTION locate_invitation(p_hash bytea) RETURNS TABLE (organisation_id uuid, invitation_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT invitation.organisation_id, invitation.id FROM invitation WHERE invitation.token_hash = p_hash
$$;

-- The living session under a token, marked as seen. The row is written at most once a minute, so that reading a page
-- does not cost a write; an idle end is therefore late by a minute at most. A closed membership or organisation ends it.
CREATE FUNCTION resume_session(p_hash bytea, p_now timestamptz)
    RETURNS TABLE (session_id uuid, kind text, organisation_id uuid, account_id uuid, holder_id uuid, offer_id uuid,
                   asleep boolean, role text, display_name text)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE session SET last_seen_at = p_now
    WHERE session.token_hash = p_hash
      AND session.ends_at > p_now
      AND session.last_seen_at + make_interval(secs => session.idle_seconds) > p_now
      AND session.last_seen_at < p_now - interval '60 seconds';
    RETURN QUERY
    SELECT session.id, session.kind, session.organisation_id, session.account_id, session.holder_id, session.offer_id,
           session.asleep, member.role, account.display_name
    FROM session
    LEFT JOIN membership member ON member.account_id = session.account_id
        AND member.organisation_id = session.organisation_id AND member.state = 'ACTIVE'
    LEFT JOIN account ON account.id = member.account_id
    LEFT JOIN organisation ON organisation.id = session.organisation_id
    WHERE session.token_hash = p_hash
      AND session.ends_at > p_now
      AND session.last_seen_at + make_interval(secs => session.idle_seconds) > p_now
      AND (session.kind <> 'DESK' OR (member.role IS NOT NULL AND organisation.state <> 'CLOSED'));
END
$$;

CREATE FUNCTION close_session(p_hash bytea) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM session WHERE token_hash = p_hash
$$;

CREATE FUNCTION sweep_sessions(p_now timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM session WHERE ends_at <= p_now OR last_seen_at + make_interval(secs => idle_seconds) <= p_now
$$;

-- A published version is public by its URL, whoever asks.
CREATE FUNCTION published_achievement(p_achievement uuid, p_version integer)
    RETURNS TABLE (id uuid, achievement_id uuid, organisation_id uuid, version integer, content jsonb, image_type text,
                   published_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT v.id, v.achievement_id, v.organisation_id, v.version, v.content, v.image_type, v.created_at
    FROM achievement_version v
    WHERE v.achievement_id = p_achievement AND v.version = p_version
$$;

CREATE FUNCTION published_achievement_image(p_achievement uuid, p_version integer)
    RETURNS TABLE (image_type text, image bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT v.image_type, v.image FROM achievement_version v
    WHERE v.achievement_id = p_achievement AND v.version = p_version
$$;

-- A published list is public by its address, whoever asks.
CREATE FUNCTION published_status_list(p_list uuid)
    RETURNS TABLE (version integer, document text, valid_until timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.version, s.document, s.valid_until FROM status_list s WHERE s.id = p_list AND s.version > 0
$$;

-- Its version alone: a reader that has the bytes need not load them again. In plpgsql, whose plans a session keeps.
CREATE FUNCTION published_status_version(p_list uuid) RETURNS TABLE (version integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT s.version FROM status_list s WHERE s.id = p_list AND s.version > 0;
END
$$;

-- The lists to sign, for the job that goes on inside each organisation: first those never signed, then those that lapse.
CREATE FUNCTION lapsing_status_lists(p_before timestamptz, p_most integer)
    RETURNS TABLE (organisation_id uuid, list_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    (SELECT s.organisation_id, s.id FROM status_list s WHERE s.valid_until IS NULL ORDER BY s.id LIMIT p_most)
    UNION ALL
    (SELECT s.organisation_id, s.id FROM status_list s WHERE s.valid_until < p_before ORDER BY s.valid_until LIMIT p_most)
    LIMIT p_most
$$;

CREATE FUNCTION locate_holder_access(p_lookup bytea) RETURNS TABLE (holder_id uuid, access_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT holder_access.holder_id, holder_access.id
    FROM holder_access
    WHERE holder_access.code_lookup = p_lookup AND holder_access.state = 'ACTIVE'
$$;

-- A card that nobody confirmed is no longer shown after a while, whether or not its holder ever comes back.
CREATE FUNCTION forget_shown_cards(p_before timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE holder_access SET code_sealed = NULL WHERE code_sealed IS NOT NULL AND created_at < p_before
$$;

-- Takes credentials whose finisher did not come back, each under a new lease; rows another node is taking are passed over.
CREATE FUNCTION take_unfinished_credentials(p_now timestamptz, p_until timestamptz, p_most integer)
    RETURNS TABLE (organisation_id uuid, credential_id uuid, lease uuid)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE credential
    SET lease = gen_random_uuid(), attempts = attempts + 1,
        -- one that keeps failing is tried less and less often, down to once in ten minutes
        lease_until = p_until + least(attempts, 60) * interval '10 seconds'
    WHERE credential.id IN (
        SELECT c.id FROM credential c
        WHERE c.state = 'PREPARED' AND c.lease_until < p_now
        ORDER BY c.lease_until
        LIMIT p_most
        FOR UPDATE SKIP LOCKED)
    RETURNING credential.organisation_id, credential.id, credential.lease
$$;

CREATE FUNCTION locate_offer(p_lookup bytea) RETURNS TABLE (organisation_id uuid, offer_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT offer.organisation_id, offer.id FROM offer WHERE offer.code_lookup = p_lookup
$$;

CREATE FUNCTION ended_offers(p_now timestamptz, p_most integer) RETURNS TABLE (organisation_id uuid, offer_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT offer.organisation_id, offer.id
    FROM offer
    WHERE offer.state IN ('OFFERED', 'DISPUTED') AND offer.ends_at <= p_now
    ORDER BY offer.ends_at
    LIMIT p_most
$$;

-- Whoever verifies a badge asks, whichever network pinned the list. A lapsed list knows nobody from that instant on.
CREATE FUNCTION imported_issuer(p_issuer text, p_now timestamptz)
    RETURNS TABLE (name text, siret text, network text, state text, since date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT e.name, e.siret, s.name, e.state, e.state_changed_on
    FROM trust_entry e JOIN trust_signer s ON s.id = e.signer_id
    WHERE e.issuer = p_issuer AND s.unpinned_at IS NULL AND s.expires_at > p_now
    ORDER BY e.state, s.created_at, s.id
    LIMIT 1
$$;

-- The badge behind a share code and who awarded it, in one statement. A link that ended or was switched off is found and
-- leads to nothing. In plpgsql, whose plans a session keeps.
CREATE FUNCTION shared_badge(p_lookup bytea, p_now timestamptz)
    RETURNS TABLE (share_link_id uuid, is_open boolean, organisation_id uuid, document text, jwt text,
                   revoked_at timestamptz, public_reason text, public_name text, legal_name text, siret text,
                   public_phone text, website text, network text, vetted_on date, suspended_since date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT s.id, s.switched_off_at IS NULL AND s.ends_at > p_now, c.organisation_id, d.document, d.jwt,
           c.revoked_at, c.public_reason, o.public_name,
           CASE WHEN o.shows_legal_identity THEN o.legal_name END, CASE WHEN o.shows_legal_identity THEN o.siret END,
           o.public_phone, o.website, n.public_name, m.vetted_on, m.suspended_on
    FROM share_link s
    LEFT JOIN (credential c JOIN credential_document d ON d.credential_id = c.id)
        ON s.switched_off_at IS NULL AND s.ends_at > p_now
        AND c.id = s.credential_id AND c.organisation_id = s.organisation_id AND c.state IN ('ISSUED', 'REVOKED')
    LEFT JOIN organisation o ON o.id = c.organisation_id
    LEFT JOIN network_membership m ON m.organisation_id = o.id AND m.state <> 'ENDED'
    LEFT JOIN organisation n ON n.id = m.network_id
    WHERE s.code_lookup = p_lookup;
END
$$;

-- Views of some seconds at once, of whichever holders; locked in one order, so that nodes do not wait for each other in a
-- circle. Nobody need wait for the disk: a view lost with a failing database is no loss.
CREATE FUNCTION count_share_views(p_links uuid[], p_views bigint[]) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    counted integer;
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    WITH seen AS (
        SELECT s.id, v.times
        FROM unnest(p_links, p_views) v (link, times)
        JOIN share_link s ON s.id = v.link
        ORDER BY s.id
        FOR UPDATE OF s)
    UPDATE share_link SET views = share_link.views + seen.times FROM seen WHERE share_link.id = seen.id;
    GET DIAGNOSTICS counted = ROW_COUNT;
    RETURN counted;
END
$$;

REVOKE ALL ON FUNCTION siret_taken(text, text), locate_account(text), locate_invitation(bytea),
    resume_session(bytea, timestamptz), close_session(bytea), sweep_sessions(timestamptz),
    published_achievement(uuid, integer), published_achievement_image(uuid, integer), published_status_list(uuid),
    published_status_version(uuid), lapsing_status_lists(timestamptz, integer), locate_holder_access(bytea),
    forget_shown_cards(timestamptz), take_unfinished_credentials(timestamptz, timestamptz, integer), locate_offer(bytea),
    ended_offers(timestamptz, integer), imported_issuer(text, timestamptz), shared_badge(bytea, timestamptz),
    count_share_views(uuid[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION siret_taken(text, text), locate_account(text), locate_invitation(bytea),
    resume_session(bytea, timestamptz), close_session(bytea), sweep_sessions(timestamptz),
    published_achievement(uuid, integer), published_achievement_image(uuid, integer), published_status_list(uuid),
    published_status_version(uuid), lapsing_status_lists(timestamptz, integer), locate_holder_access(bytea),
    forget_shown_cards(timestamptz), take_unfinished_credentials(timestamptz, timestamptz, integer), locate_offer(bytea),
    ended_offers(timestamptz, integer), imported_issuer(text, timestamptz), shared_badge(bytea, timestamptz),
    count_share_views(uuid[], bigint[]) TO badges_app;
