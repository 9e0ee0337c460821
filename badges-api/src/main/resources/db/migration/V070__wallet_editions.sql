-- An edition in a wallet: signed for the key of that wallet, which is its subject. The key goes with the words of a badge.
ALTER TABLE credential
    ADD COLUMN wallet text CHECK (wallet IN ('LEARNER_CREDENTIAL_WALLET')),
    ADD COLUMN wallet_key text CHECK (wallet_key ~ '^did:(key|jwk):[A-Za-z0-9_-]+$' AND length(wallet_key) <= 2000),
    ADD CONSTRAINT credential_wallet_key_of_wallet CHECK (wallet_key IS NULL OR wallet IS NOT NULL),
    -- the badge as it was accepted is in no wallet
    ADD CONSTRAINT credential_wallet_edition CHECK (wallet IS NULL OR edition > 1);

-- A badge that its holder offers to a wallet, once and for a few minutes.
CREATE TABLE wallet_offer (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    holder_id       uuid NOT NULL,
    -- the badge as it was accepted
    credential_id   uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('INTERACTION', 'LINK')),
    name_choice     text NOT NULL CHECK (name_choice IN ('FIRST_AND_INITIAL', 'FULL', 'NONE')),
    shows_evidence  boolean NOT NULL,
    -- fingerprint of what the holder read before the choice
    read_digest     text NOT NULL CHECK (read_digest ~ '^[0-9a-f]{64}$'),
    -- keyed hash of the secret in the address
    secret_lookup   bytea NOT NULL UNIQUE CHECK (length(secret_lookup) = 32),
    challenge       text NOT NULL CHECK (length(challenge) BETWEEN 22 AND 200),
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL CHECK (expires_at > created_at),
    spent_at        timestamptz,
    edition_id      uuid,
    CHECK (edition_id IS NULL OR spent_at IS NOT NULL),
    -- An offer ends with its holder and with what it offers.
    CONSTRAINT wallet_offer_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE,
    CONSTRAINT wallet_offer_credential_id_fkey
        FOREIGN KEY (credential_id, organisation_id, holder_id) REFERENCES credential (id, organisation_id, holder_id)
        ON DELETE CASCADE,
    CONSTRAINT wallet_offer_edition_id_fkey
        FOREIGN KEY (edition_id, organisation_id, holder_id) REFERENCES credential (id, organisation_id, holder_id)
        ON DELETE CASCADE
);
CREATE INDEX wallet_offer_of_holder ON wallet_offer (holder_id, created_at);
CREATE INDEX wallet_offer_of_credential ON wallet_offer (credential_id);
CREATE INDEX wallet_offer_of_edition ON wallet_offer (edition_id, holder_id) WHERE edition_id IS NOT NULL;
CREATE INDEX wallet_offer_by_age ON wallet_offer (created_at);

ALTER TABLE wallet_offer ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON wallet_offer
    USING (holder_id = (SELECT app_holder())
           AND organisation_id = coalesce((SELECT limited_organisation()), organisation_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON wallet_offer TO badges_app;
CREATE TRIGGER space_is_there BEFORE INSERT ON wallet_offer FOR EACH ROW EXECUTE FUNCTION space_is_there();

-- Whose offer a wallet answers; it has no session.
CREATE FUNCTION locate_wallet_offer(p_lookup bytea) RETURNS TABLE (holder_id uuid, offer_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT w.holder_id, w.id FROM wallet_offer w WHERE w.secret_lookup = p_lookup
$$;

-- Offers of before an instant, of whichever holders.
CREATE FUNCTION forget_wallet_offers(p_before timestamptz) RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH gone AS (DELETE FROM wallet_offer WHERE created_at < p_before RETURNING 1)
    SELECT count(*) FROM gone
$$;

REVOKE ALL ON FUNCTION locate_wallet_offer(bytea), forget_wallet_offers(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION locate_wallet_offer(bytea), forget_wallet_offers(timestamptz) TO badges_app;
