-- The RSA key that signs Open Badges 2.0, made when an organisation first needs it. RSA has no Multikey form here.
ALTER TABLE signing_key
    DROP CONSTRAINT signing_key_algorithm_check,
    ADD CONSTRAINT signing_key_algorithm_check CHECK (algorithm IN ('ED25519', 'ES256', 'RS256')),
    ALTER COLUMN multikey DROP NOT NULL,
    ADD CONSTRAINT signing_key_multikey_check CHECK ((multikey IS NULL) = (algorithm = 'RS256'));

-- A badge that its holder made public in the form of Open Badges 2.0, hosted and signed. Its id is its number in public.
CREATE TABLE public_badge (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    holder_id       uuid NOT NULL,
    -- the badge as it was accepted, public once
    credential_id   uuid NOT NULL UNIQUE,
    -- of its badge: the achievement and the version
    version         text NOT NULL CHECK (version ~ '^[0-9a-f-]{36}/[1-9][0-9]{0,8}$'),
    -- both forms exactly as published
    hosted          text NOT NULL,
    signed          text NOT NULL,
    created_at      timestamptz NOT NULL,
    -- It ends with its holder and with what it says again.
    CONSTRAINT public_badge_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE,
    CONSTRAINT public_badge_credential_id_fkey
        FOREIGN KEY (credential_id, organisation_id, holder_id) REFERENCES credential (id, organisation_id, holder_id)
        ON DELETE CASCADE
);
CREATE INDEX public_badge_of_holder ON public_badge (holder_id, created_at);
CREATE INDEX public_badge_of_organisation ON public_badge (organisation_id);
ALTER TABLE public_badge ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON public_badge
    USING (holder_id = (SELECT app_holder())
           AND organisation_id = coalesce((SELECT limited_organisation()), organisation_id));
GRANT SELECT, INSERT, DELETE ON public_badge TO badges_app;
CREATE TRIGGER space_is_there BEFORE INSERT ON public_badge FOR EACH ROW EXECUTE FUNCTION space_is_there();

-- The numbers of those that ended, for good and without a person: a copy that somebody has is told from a badge in force.
CREATE TABLE ended_public_badge (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    -- whether the issuer had revoked it, and not its holder
    revoked         boolean NOT NULL,
    created_at      timestamptz NOT NULL
);
CREATE INDEX ended_public_badge_of_organisation ON ended_public_badge (organisation_id);
ALTER TABLE ended_public_badge ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON ended_public_badge USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT ON ended_public_badge TO badges_app;

-- Whether an issuer revoked a badge: what its holder asked for, or withdrew, is nobody's verdict.
CREATE FUNCTION revoked_by_issuer(p_state text, p_reason text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_state = 'REVOKED' AND p_reason NOT IN ('HOLDER_WITHDREW', 'HOLDER_REQUEST')
$$;

-- However it ends: a withdrawal, an erasure, the end of its badge. By month, as everything that outlives an erasure.
CREATE FUNCTION keep_number_of_public_badge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO ended_public_badge (id, organisation_id, revoked, created_at)
    VALUES (OLD.id, OLD.organisation_id,
            EXISTS (SELECT 1 FROM credential c WHERE c.id = OLD.credential_id AND revoked_by_issuer(c.state, c.public_reason)),
            date_trunc('month', now()));
    RETURN OLD;
END
$$;
CREATE TRIGGER keep_number BEFORE DELETE ON public_badge FOR EACH ROW EXECUTE FUNCTION keep_number_of_public_badge();

-- What is or was at an address; without texts once it ended.
CREATE FUNCTION public_assertion(p_id uuid)
    RETURNS TABLE (organisation_id uuid, hosted text, signed text, version text, revoked boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.organisation_id, p.hosted, p.signed, p.version, false
    FROM public_badge p JOIN credential c ON c.id = p.credential_id
    WHERE p.id = p_id AND c.state = 'ISSUED'
    UNION ALL
    SELECT p.organisation_id, NULL, NULL, NULL, revoked_by_issuer(c.state, c.public_reason)
    FROM public_badge p JOIN credential c ON c.id = p.credential_id
    WHERE p.id = p_id AND c.state <> 'ISSUED'
    UNION ALL
    SELECT e.organisation_id, NULL, NULL, NULL, e.revoked FROM ended_public_badge e WHERE e.id = p_id
$$;

-- The numbers of an organisation that are no longer in force.
CREATE FUNCTION ended_assertions(p_organisation uuid) RETURNS TABLE (id uuid, revoked boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT e.id, e.revoked FROM ended_public_badge e WHERE e.organisation_id = p_organisation
    UNION ALL
    SELECT p.id, revoked_by_issuer(c.state, c.public_reason)
    FROM public_badge p JOIN credential c ON c.id = p.credential_id
    WHERE p.organisation_id = p_organisation AND c.state <> 'ISSUED'
    ORDER BY 1
$$;

REVOKE ALL ON FUNCTION
    public_assertion(uuid), ended_assertions(uuid), keep_number_of_public_badge(), revoked_by_issuer(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_assertion(uuid), ended_assertions(uuid) TO badges_app;

-- A corrected name is signed again: what its holder offers or made public goes on with the one that says the same.
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
    FOREACH held IN ARRAY ARRAY['share_link', 'share_link_badge', 'wallet_offer', 'openid_offer', 'public_badge', 'acceptance'] LOOP
        EXECUTE format('UPDATE %I SET credential_id = $1 WHERE credential_id = $2', held) USING p_after, p_before;
        GET DIAGNOSTICS part = ROW_COUNT;
        moved := moved + part;
    END LOOP;
    RETURN moved;
END
$$;
