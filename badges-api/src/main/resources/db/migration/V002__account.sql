-- Who may sign in, with which role, by which link they came, and the sessions they hold.

CREATE TABLE account (
    id            uuid PRIMARY KEY,
    -- An e-mail address or a chosen login, kept in lower case: one name, one person, over the whole platform.
    login         text NOT NULL UNIQUE CHECK (login = lower(login) AND length(login) BETWEEN 3 AND 254),
    display_name  text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
    password_hash text NOT NULL,
    password_set_at timestamptz NOT NULL,
    language      text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
    created_at    timestamptz NOT NULL
);

CREATE TABLE membership (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    -- One account works for one organisation; a person of two has two accounts.
    account_id      uuid NOT NULL UNIQUE REFERENCES account (id),
    role            text NOT NULL CHECK (role IN ('NETWORK_ADMIN', 'ORG_ADMIN', 'COUNSELLOR')),
    state           text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'DEACTIVATED')),
    created_at      timestamptz NOT NULL,
    deactivated_at  timestamptz,
    CHECK ((state = 'DEACTIVATED') = (deactivated_at IS NOT NULL)),
    UNIQUE (organisation_id, account_id)
);

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON membership USING (organisation_id = app_organisation());
GRANT SELECT, INSERT, UPDATE ON membership TO badges_app;

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY reader ON account FOR SELECT
    USING (id IN (SELECT member.account_id FROM membership member WHERE member.organisation_id = app_organisation()));
CREATE POLICY writer ON account FOR UPDATE
    USING (id IN (SELECT member.account_id FROM membership member WHERE member.organisation_id = app_organisation()));
-- An account is inserted just before its membership, in the same transaction.
CREATE POLICY founder ON account FOR INSERT WITH CHECK (app_organisation() IS NOT NULL);
GRANT SELECT, INSERT, UPDATE ON account TO badges_app;

-- Links that are copied by hand: JOIN opens an account, PASSWORD sets a new password for an existing one.
-- Only the hash of the link's token is kept: nobody who reads the table can use it.
CREATE TABLE invitation (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    kind            text NOT NULL CHECK (kind IN ('JOIN', 'PASSWORD')),
    role            text CHECK (role IN ('NETWORK_ADMIN', 'ORG_ADMIN', 'COUNSELLOR')),
    account_id      uuid,
    token_hash      bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    -- Whom the link is for, in the words of who made it.
    label           text NOT NULL DEFAULT '' CHECK (length(label) <= 200),
    created_by      uuid,
    created_at      timestamptz NOT NULL,
    ends_at         timestamptz NOT NULL,
    used_at         timestamptz,
    cancelled_at    timestamptz,
    CHECK ((kind = 'JOIN') = (role IS NOT NULL)),
    CHECK ((kind = 'PASSWORD') = (account_id IS NOT NULL)),
    FOREIGN KEY (organisation_id, account_id) REFERENCES membership (organisation_id, account_id)
);
CREATE INDEX invitation_open ON invitation (organisation_id, created_at) WHERE used_at IS NULL AND cancelled_at IS NULL;

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON invitation USING (organisation_id = app_organisation());
GRANT SELECT, INSERT, UPDATE ON invitation TO badges_app;

-- DESK: a member at work. CLAIM: a slip whose PIN was right, until it is answered. HOLDER: somebody in their own space.
-- The cookie holds the token, the table its hash.
CREATE TABLE session (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('DESK', 'CLAIM', 'HOLDER')),
    token_hash      bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    organisation_id uuid REFERENCES organisation (id),
    account_id      uuid REFERENCES account (id),
    holder_id       uuid,
    -- CLAIM: the offer being answered. DESK and asleep: the offer the device was passed over for.
    offer_id        uuid,
    asleep          boolean NOT NULL DEFAULT false,
    created_at      timestamptz NOT NULL,
    last_seen_at    timestamptz NOT NULL,
    idle_seconds    integer NOT NULL CHECK (idle_seconds > 0),
    ends_at         timestamptz NOT NULL,
    CHECK ((kind = 'HOLDER') = (holder_id IS NOT NULL)),
    CHECK ((kind = 'DESK') = (account_id IS NOT NULL)),
    CHECK ((kind IN ('DESK', 'CLAIM')) = (organisation_id IS NOT NULL)),
    CHECK (kind <> 'CLAIM' OR offer_id IS NOT NULL),
    CHECK (NOT asleep OR (kind = 'DESK' AND offer_id IS NOT NULL)),
    CHECK (ends_at > created_at)
);
CREATE INDEX session_account ON session (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX session_holder ON session (holder_id) WHERE holder_id IS NOT NULL;
CREATE INDEX session_offer ON session (offer_id) WHERE offer_id IS NOT NULL;
CREATE INDEX session_ends ON session (ends_at);

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON session
    USING (organisation_id = app_organisation() OR holder_id = app_holder());
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO badges_app;

-- Failed tries by purpose and hashed key (a name, a slip, an address, or everybody): the back-off of log-ins, PINs, codes.
CREATE TABLE attempt (
    purpose       text NOT NULL,
    key_hash      bytea NOT NULL CHECK (length(key_hash) = 32),
    failures      integer NOT NULL CHECK (failures >= 0),
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL,
    PRIMARY KEY (purpose, key_hash)
);
CREATE INDEX attempt_last ON attempt (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON attempt TO badges_app;

-- Where a sign-in name lives. The caller then reads the account inside that organisation.
CREATE FUNCTION locate_account(wanted_login text) RETURNS TABLE (organisation_id uuid, account_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public
AS $$
    SELECT member.organisation_id, member.account_id
      FROM account JOIN membership member ON member.account_id = account.id
     WHERE account.login = wanted_login
$$;

CREATE FUNCTION locate_invitation(wanted_hash bytea) RETURNS TABLE (organisation_id uuid, invitation_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public
AS $$ SELECT invitation.organisation_id, invitation.id FROM invitation WHERE token_hash = wanted_hash $$;

-- Whether the installation has a network administrator who can sign in.
CREATE FUNCTION network_admin_exists() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM membership WHERE role = 'NETWORK_ADMIN' AND state = 'ACTIVE') $$;

-- The living session under a token, marked as seen. The row is written at most once a minute, so that reading a page
-- does not cost a write; an idle end is therefore late by a minute at most. A closed membership or organisation ends it.
CREATE FUNCTION resume_session(wanted_hash bytea, at timestamptz)
    RETURNS TABLE (session_id uuid, kind text, organisation_id uuid, account_id uuid, holder_id uuid, offer_id uuid,
                   asleep boolean, role text, display_name text)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public
AS $$
BEGIN
    UPDATE session SET last_seen_at = at
     WHERE session.token_hash = wanted_hash
       AND session.ends_at > at
       AND session.last_seen_at + make_interval(secs => session.idle_seconds) > at
       AND session.last_seen_at < at - interval '60 seconds';
    RETURN QUERY
        SELECT session.id, session.kind, session.organisation_id, session.account_id, session.holder_id, session.offer_id,
               session.asleep, member.role, account.display_name
          FROM session
          LEFT JOIN membership member ON member.account_id = session.account_id
               AND member.organisation_id = session.organisation_id AND member.state = 'ACTIVE'
          LEFT JOIN account ON account.id = member.account_id
          LEFT JOIN organisation ON organisation.id = session.organisation_id
         WHERE session.token_hash = wanted_hash
           AND session.ends_at > at
           AND session.last_seen_at + make_interval(secs => session.idle_seconds) > at
           AND (session.kind <> 'DESK' OR (member.role IS NOT NULL AND organisation.state <> 'CLOSED'));
END
$$;

CREATE FUNCTION close_session(wanted_hash bytea) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public
AS $$ DELETE FROM session WHERE token_hash = wanted_hash $$;

CREATE FUNCTION sweep_sessions(at timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public
AS $$
    DELETE FROM session WHERE ends_at <= at OR last_seen_at + make_interval(secs => idle_seconds) <= at
$$;

REVOKE ALL ON FUNCTION locate_account(text), locate_invitation(bytea), network_admin_exists(),
    resume_session(bytea, timestamptz), close_session(bytea), sweep_sessions(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION locate_account(text), locate_invitation(bytea), network_admin_exists(),
    resume_session(bytea, timestamptz), close_session(bytea), sweep_sessions(timestamptz) TO badges_app;
