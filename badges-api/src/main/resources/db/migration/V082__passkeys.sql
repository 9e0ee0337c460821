-- Passkeys (WebAuthn): a key pair in a device of one's own. The private key never leaves the device or its maker's backup.

-- The user handle of a holder in their authenticators: random, and not their id (WebAuthn 14.6.1). It stays the same, so that
-- a device that is added again replaces its passkey and does not show two.
CREATE TABLE passkey_owner (
    id          uuid PRIMARY KEY,
    holder_id   uuid NOT NULL UNIQUE,
    user_handle bytea NOT NULL UNIQUE CHECK (length(user_handle) = 64),
    created_at  timestamptz NOT NULL,
    CONSTRAINT passkey_owner_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE
);

CREATE TABLE passkey (
    id              uuid PRIMARY KEY,
    holder_id       uuid NOT NULL,
    credential_id   bytea NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 16 AND 1023),
    -- as a COSE key
    public_key      bytea NOT NULL CHECK (length(public_key) BETWEEN 32 AND 2000),
    signature_count bigint NOT NULL CHECK (signature_count >= 0),
    -- whether its maker may copy it to other devices of the same owner, and whether it did
    backup_eligible boolean NOT NULL,
    backed_up       boolean NOT NULL,
    -- its owner's word for the device
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz NOT NULL,
    -- when its signature counter last went back: somebody may have copied it
    went_back_at    timestamptz,
    CHECK (backup_eligible OR NOT backed_up),
    UNIQUE (id, holder_id),
    -- A passkey ends with whom it opens for.
    CONSTRAINT passkey_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE
);
CREATE INDEX passkey_of_holder ON passkey (holder_id, created_at);

-- A challenge is signed once, within minutes, in the browser that asked for it. Only its hash is kept.
CREATE TABLE passkey_challenge (
    id             uuid PRIMARY KEY,
    challenge_hash bytea NOT NULL UNIQUE CHECK (length(challenge_hash) = 32),
    ceremony       text NOT NULL CHECK (ceremony IN ('REGISTRATION', 'ASSERTION')),
    -- keyed hash: of the session that registers, of the visit that opens
    bound_to       bytea NOT NULL CHECK (length(bound_to) = 32),
    holder_id      uuid,
    created_at     timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL CHECK (ends_at > created_at),
    -- who opens is known by their answer alone
    CHECK ((ceremony = 'REGISTRATION') = (holder_id IS NOT NULL)),
    CONSTRAINT passkey_challenge_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE
);
CREATE INDEX passkey_challenge_of_holder ON passkey_challenge (holder_id) WHERE holder_id IS NOT NULL;
CREATE INDEX passkey_challenge_ends ON passkey_challenge (ends_at);

ALTER TABLE passkey_owner ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON passkey_owner USING (holder_id = (SELECT app_holder()));
ALTER TABLE passkey ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON passkey USING (holder_id = (SELECT app_holder()));
ALTER TABLE passkey_challenge ENABLE ROW LEVEL SECURITY;
-- Nobody sees those of nobody.
CREATE POLICY self ON passkey_challenge USING (holder_id IS NOT DISTINCT FROM (SELECT app_holder()));
GRANT SELECT, INSERT, UPDATE, DELETE ON passkey_owner, passkey, passkey_challenge TO badges_app;

CREATE TRIGGER space_is_there BEFORE INSERT ON passkey_owner FOR EACH ROW EXECUTE FUNCTION space_is_there();
CREATE TRIGGER space_is_there BEFORE INSERT ON passkey FOR EACH ROW EXECUTE FUNCTION space_is_there();
CREATE TRIGGER space_is_there BEFORE INSERT ON passkey_challenge
    FOR EACH ROW WHEN (NEW.holder_id IS NOT NULL) EXECUTE FUNCTION space_is_there();

-- A session that a passkey opened ends with it.
ALTER TABLE session
    ADD COLUMN passkey_id uuid,
    ADD CONSTRAINT session_passkey_of_holder CHECK (passkey_id IS NULL OR holder_id IS NOT NULL),
    ADD CONSTRAINT session_passkey_id_fkey
        FOREIGN KEY (passkey_id, holder_id) REFERENCES passkey (id, holder_id) ON DELETE CASCADE;
CREATE INDEX session_passkey ON session (passkey_id, holder_id) WHERE passkey_id IS NOT NULL;

-- Whose passkey this is; nobody is known yet.
CREATE FUNCTION locate_passkey(p_credential bytea) RETURNS TABLE (holder_id uuid, passkey_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.holder_id, p.id FROM passkey p WHERE p.credential_id = p_credential
$$;

-- Challenges that ended, of whomever.
CREATE FUNCTION forget_passkey_challenges(p_now timestamptz) RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH gone AS (DELETE FROM passkey_challenge WHERE ends_at <= p_now RETURNING 1)
    SELECT count(*) FROM gone
$$;

REVOKE ALL ON FUNCTION locate_passkey(bytea), forget_passkey_challenges(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION locate_passkey(bytea), forget_passkey_challenges(timestamptz) TO badges_app;
