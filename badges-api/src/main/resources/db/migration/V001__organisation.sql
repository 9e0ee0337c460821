-- The organisations that sign badges, the networks that vet them, and the two walls between tenants.
--
-- The service connects as badges_app, which owns nothing: row-level security then holds for every statement.
-- Cross-tenant look-ups go through named SECURITY DEFINER functions that return ids and closed codes only.

DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = 'badges_app') THEN
        CREATE ROLE badges_app NOLOGIN;
    END IF;
    -- Creating a role gives the right to grant it, not (since PostgreSQL 16) the right to take it.
    BEGIN
        EXECUTE pg_catalog.format('GRANT badges_app TO %I', current_user);
    EXCEPTION WHEN insufficient_privilege THEN
        RAISE NOTICE 'the role badges_app was granted by somebody else';
    END;
END
$$;

GRANT USAGE ON SCHEMA public TO badges_app;

-- The tenant of the running transaction, NULL outside one: a comparison with NULL lets no row through.
CREATE FUNCTION app_organisation() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = pg_catalog, public
AS $$ SELECT NULLIF(current_setting('app.organisation', true), '')::uuid $$;

CREATE FUNCTION app_holder() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = pg_catalog, public
AS $$ SELECT NULLIF(current_setting('app.holder', true), '')::uuid $$;

GRANT EXECUTE ON FUNCTION app_organisation(), app_holder() TO badges_app;

CREATE TABLE organisation (
    id                     uuid PRIMARY KEY,
    kind                   text NOT NULL
        CHECK (kind IN ('AI', 'ACI', 'EI', 'ETTI', 'EITI', 'GEIQ', 'GES', 'EBE', 'OF', 'NETWORK', 'OTHER')),
    -- A network may be an informal one; whoever signs badges is registered. The Luhn check is the code's.
    siret                  text CHECK (siret ~ '^[0-9]{14}$'),
    legal_name             text NOT NULL CHECK (length(legal_name) BETWEEN 1 AND 200),
    -- Shown on badges: must not reveal people's situation.
    public_name            text NOT NULL CHECK (length(public_name) BETWEEN 1 AND 200),
    description            text NOT NULL DEFAULT '' CHECK (length(description) <= 2000),
    website                text CHECK (length(website) <= 500),
    public_phone           text CHECK (length(public_phone) <= 40),
    public_email           text CHECK (length(public_email) <= 254),
    shows_legal_identity   boolean NOT NULL DEFAULT false,
    data_controller        text NOT NULL DEFAULT '' CHECK (length(data_controller) <= 500),
    data_rights_contact    text NOT NULL DEFAULT '' CHECK (length(data_rights_contact) <= 500),
    data_protection_officer text NOT NULL DEFAULT '' CHECK (length(data_protection_officer) <= 500),
    data_legal_basis       text NOT NULL DEFAULT '' CHECK (length(data_legal_basis) <= 2000),
    state                  text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'SUSPENDED', 'CLOSED')),
    created_at             timestamptz NOT NULL,
    updated_at             timestamptz NOT NULL,
    CHECK (siret IS NOT NULL OR kind = 'NETWORK'),
    UNIQUE (siret, kind)
);

CREATE TABLE network_membership (
    id              uuid PRIMARY KEY,
    network_id      uuid NOT NULL REFERENCES organisation (id),
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    vetted_at       timestamptz NOT NULL,
    vetted_by       uuid,
    state           text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'SUSPENDED', 'ENDED')),
    since           date NOT NULL,
    suspended_since date,
    until           date,
    CHECK (network_id <> organisation_id),
    CHECK ((state = 'SUSPENDED') = (suspended_since IS NOT NULL)),
    CHECK (until IS NULL OR until >= since)
);

-- An organisation belongs to one network at a time.
CREATE UNIQUE INDEX network_membership_current ON network_membership (organisation_id) WHERE state <> 'ENDED';
CREATE INDEX network_membership_network ON network_membership (network_id, organisation_id);

ALTER TABLE network_membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON network_membership
    USING (organisation_id = app_organisation() OR network_id = app_organisation());
GRANT SELECT, INSERT, UPDATE ON network_membership TO badges_app;

-- Read: oneself, the organisations one vets, the network one belongs to. Write: oneself only.
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY reader ON organisation FOR SELECT
    USING (id = app_organisation()
        OR id IN (SELECT member.organisation_id FROM network_membership member WHERE member.network_id = app_organisation())
        OR id IN (SELECT member.network_id FROM network_membership member WHERE member.organisation_id = app_organisation()));
CREATE POLICY founder ON organisation FOR INSERT WITH CHECK (id = app_organisation());
CREATE POLICY writer ON organisation FOR UPDATE USING (id = app_organisation());
GRANT SELECT, INSERT, UPDATE ON organisation TO badges_app;

-- The list of a network's members is searched by name without minding accents' case and paged by (legal_name, id).
CREATE INDEX organisation_name ON organisation (lower(legal_name), id);

-- Whether the platform already has an organisation under this SIRET and kind, in whichever network.
CREATE FUNCTION siret_taken(wanted_siret text, wanted_kind text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM organisation WHERE siret = wanted_siret AND kind = wanted_kind) $$;

-- The ids of every organisation, for the jobs that visit each (keys, status lists).
CREATE FUNCTION all_organisations() RETURNS TABLE (organisation_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public
AS $$ SELECT id FROM organisation WHERE state <> 'CLOSED' $$;

-- The oldest network, which the first administrator of an installation joins.
CREATE FUNCTION first_network() RETURNS TABLE (organisation_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public
AS $$ SELECT id FROM organisation WHERE kind = 'NETWORK' ORDER BY created_at, id LIMIT 1 $$;

REVOKE ALL ON FUNCTION siret_taken(text, text), all_organisations(), first_network() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION siret_taken(text, text), all_organisations(), first_network() TO badges_app;
