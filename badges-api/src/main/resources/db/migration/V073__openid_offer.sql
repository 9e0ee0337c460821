-- Wallets that take a badge by OpenID4VCI.
ALTER TABLE credential
    DROP CONSTRAINT credential_wallet_check,
    ADD CONSTRAINT credential_wallet_check CHECK (wallet IN ('LEARNER_CREDENTIAL_WALLET', 'WALT_ID', 'PARADYM'));

-- A badge that its holder offers to such a wallet: a pre-authorized code, the access token that it led to, and the key that asked.
CREATE TABLE openid_offer (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    holder_id       uuid NOT NULL,
    -- the badge as it was accepted
    credential_id   uuid NOT NULL,
    wallet          text NOT NULL CHECK (wallet IN ('WALT_ID', 'PARADYM')),
    name_choice     text NOT NULL CHECK (name_choice IN ('FIRST_AND_INITIAL', 'FULL', 'NONE')),
    shows_evidence  boolean NOT NULL,
    -- fingerprint of what the holder read before the choice
    read_digest     text NOT NULL CHECK (read_digest ~ '^[0-9a-f]{64}$'),
    -- keyed hash of the code
    code_lookup     bytea NOT NULL UNIQUE CHECK (length(code_lookup) = 32),
    -- keyed hash of the transaction code; a link has none
    tx_code_lookup  bytea CHECK (length(tx_code_lookup) = 32),
    -- both codes, for their page, until a token is granted
    codes_sealed    bytea,
    wrong_codes     smallint NOT NULL CHECK (wrong_codes BETWEEN 0 AND 5),
    -- keyed hash of the access token
    token_lookup    bytea UNIQUE CHECK (length(token_lookup) = 32),
    token_until     timestamptz,
    -- the token is for a credential identifier
    by_identifier   boolean NOT NULL,
    wallet_key      text CHECK (wallet_key ~ '^did:(key|jwk):[A-Za-z0-9_-]+$' AND length(wallet_key) <= 2000),
    edition_id      uuid,
    -- what the wallet told last
    event           text CHECK (event IN ('CREDENTIAL_ACCEPTED', 'CREDENTIAL_FAILURE', 'CREDENTIAL_DELETED')),
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL CHECK (expires_at > created_at),
    CHECK ((token_lookup IS NULL) = (token_until IS NULL)),
    CHECK (wallet_key IS NULL OR token_lookup IS NOT NULL),
    CHECK (edition_id IS NULL OR wallet_key IS NOT NULL),
    -- An offer ends with its holder and with what it offers.
    CONSTRAINT openid_offer_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE,
    CONSTRAINT openid_offer_credential_id_fkey
        FOREIGN KEY (credential_id, organisation_id, holder_id) REFERENCES credential (id, organisation_id, holder_id)
        ON DELETE CASCADE,
    CONSTRAINT openid_offer_edition_id_fkey
        FOREIGN KEY (edition_id, organisation_id, holder_id) REFERENCES credential (id, organisation_id, holder_id)
        ON DELETE CASCADE
);
CREATE INDEX openid_offer_of_holder ON openid_offer (holder_id, created_at);
CREATE INDEX openid_offer_of_credential ON openid_offer (credential_id);
CREATE INDEX openid_offer_of_edition ON openid_offer (edition_id, holder_id) WHERE edition_id IS NOT NULL;
CREATE INDEX openid_offer_by_age ON openid_offer (created_at);
ALTER TABLE openid_offer ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON openid_offer
    USING (holder_id = (SELECT app_holder())
           AND organisation_id = coalesce((SELECT limited_organisation()), organisation_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON openid_offer TO badges_app;
CREATE TRIGGER space_is_there BEFORE INSERT ON openid_offer FOR EACH ROW EXECUTE FUNCTION space_is_there();

-- A copy in the one format that credential_document does not have. It goes with the space.
CREATE TABLE wallet_document (
    credential_id   uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    holder_id       uuid NOT NULL,
    content         text NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT wallet_document_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE,
    CONSTRAINT wallet_document_credential_id_fkey
        FOREIGN KEY (credential_id, organisation_id, holder_id) REFERENCES credential (id, organisation_id, holder_id)
        ON DELETE CASCADE
);
CREATE INDEX wallet_document_of_holder ON wallet_document (holder_id);
ALTER TABLE wallet_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON wallet_document
    USING (holder_id = (SELECT app_holder())
           AND organisation_id = coalesce((SELECT limited_organisation()), organisation_id));
GRANT SELECT, INSERT, DELETE ON wallet_document TO badges_app;
CREATE TRIGGER space_is_there BEFORE INSERT ON wallet_document FOR EACH ROW EXECUTE FUNCTION space_is_there();

-- Nonces that a proof used; one that nobody used has no row.
CREATE TABLE spent_nonce (
    nonce_hash bytea PRIMARY KEY CHECK (length(nonce_hash) = 32),
    created_at timestamptz NOT NULL
);
CREATE INDEX spent_nonce_by_age ON spent_nonce (created_at);
GRANT SELECT, INSERT, DELETE ON spent_nonce TO badges_app;

-- Whose offer a wallet answers by its code or its token; it has no session.
CREATE FUNCTION locate_openid_code(p_lookup bytea) RETURNS TABLE (holder_id uuid, offer_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.holder_id, o.id FROM openid_offer o WHERE o.code_lookup = p_lookup
$$;
CREATE FUNCTION locate_openid_token(p_lookup bytea) RETURNS TABLE (holder_id uuid, offer_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.holder_id, o.id FROM openid_offer o WHERE o.token_lookup = p_lookup
$$;

-- Offers of before an instant, of whichever holders.
CREATE FUNCTION forget_openid_offers(p_before timestamptz) RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH gone AS (DELETE FROM openid_offer WHERE created_at < p_before RETURNING 1)
    SELECT count(*) FROM gone
$$;

REVOKE ALL ON FUNCTION locate_openid_code(bytea), locate_openid_token(bytea), forget_openid_offers(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION locate_openid_code(bytea), locate_openid_token(bytea), forget_openid_offers(timestamptz) TO badges_app;
