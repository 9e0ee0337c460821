-- The seal over audit lines. A round takes all lines since the last one and gives each organisation that has some a head; a head is
-- chained to the one before of its organisation, a round to the round before. Digests are keyed: whoever writes tables cannot make
-- them. Owners are organisations; the zeros stand for lines without one.
CREATE TABLE audit_round (
    number     bigint PRIMARY KEY CHECK (number > 0),
    owners     uuid[] NOT NULL,
    -- the last line of the round, in the order (xact, id); in no digest, since another cluster counts anew
    until_xact bigint NOT NULL,
    until_id   bigint NOT NULL,
    previous   bytea NOT NULL CHECK (length(previous) = 32),
    digest     bytea NOT NULL CHECK (length(digest) = 32),
    created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON audit_round TO badges_app;

CREATE TABLE audit_head (
    organisation_id uuid,
    round           bigint NOT NULL,
    number          bigint NOT NULL CHECK (number > 0),
    -- sign-ins are kept for less time than other lines: each has its digest
    lines           integer NOT NULL CHECK (lines >= 0),
    lines_digest    bytea NOT NULL CHECK (length(lines_digest) = 32),
    sign_ins        integer NOT NULL CHECK (sign_ins >= 0),
    sign_ins_digest bytea NOT NULL CHECK (length(sign_ins_digest) = 32),
    -- the time of the oldest line
    oldest_at       timestamptz NOT NULL,
    previous        bytea NOT NULL CHECK (length(previous) = 32),
    digest          bytea NOT NULL CHECK (length(digest) = 32),
    created_at      timestamptz NOT NULL,
    CONSTRAINT audit_head_once UNIQUE NULLS NOT DISTINCT (organisation_id, round),
    CONSTRAINT audit_head_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT audit_head_round_fkey FOREIGN KEY (round) REFERENCES audit_round (number) ON DELETE CASCADE,
    CHECK (lines + sign_ins > 0)
);
CREATE INDEX audit_head_round ON audit_head (round);
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_head_written ON audit_head FOR INSERT WITH CHECK (true);
CREATE POLICY audit_head_read ON audit_head FOR SELECT USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT ON audit_head TO badges_app;

-- The last round of a day, signed with a key of the platform.
CREATE TABLE audit_day (
    day_on     date PRIMARY KEY,
    round      bigint NOT NULL,
    document   text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT audit_day_round_fkey FOREIGN KEY (round) REFERENCES audit_round (number) ON DELETE CASCADE
);
CREATE INDEX audit_day_round ON audit_day (round);
GRANT SELECT, INSERT ON audit_day TO badges_app;

-- One row: how far lines are sealed. Its digest says which round is the last, so that rounds cannot be removed from the end.
CREATE TABLE audit_tip (
    one          boolean PRIMARY KEY DEFAULT true CHECK (one),
    round        bigint NOT NULL DEFAULT 0,
    until_xact   bigint NOT NULL DEFAULT 0,
    until_id     bigint NOT NULL DEFAULT 0,
    digest       bytea CHECK (length(digest) = 32),
    -- once no transaction below target_xact runs, whatever was committed by target_at is sealed
    target_xact  bigint NOT NULL DEFAULT 0,
    target_at    timestamptz NOT NULL,
    sealed_until timestamptz NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    CHECK ((round = 0) = (digest IS NULL))
);
GRANT SELECT, UPDATE ON audit_tip TO badges_app;

-- Begins sealing. In a database that was restored into another cluster, whose transactions count anew, the numbers of all former
-- ones move below zero: their order stays, and those to come are higher. Runs before the first line is written there.
CREATE FUNCTION audit_begin(p_now timestamptz) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    highest bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('audit_begin'));
    INSERT INTO audit_tip (target_at, sealed_until, created_at, updated_at)
    VALUES (p_now, p_now, p_now, p_now - interval '1 hour') ON CONFLICT DO NOTHING;
    SELECT greatest((SELECT max(e.xact) FROM audit_event e), (SELECT t.until_xact FROM audit_tip t)) INTO highest;
    IF highest >= CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint) THEN
        UPDATE audit_event SET xact = xact - highest - 1;
        UPDATE audit_round SET until_xact = until_xact - highest - 1;
        UPDATE audit_tip SET until_xact = until_xact - highest - 1, target_xact = 0;
    END IF;
END
$$;

-- The next lines to seal after one. Those of running transactions are not there yet, nor any of a transaction as young.
CREATE FUNCTION audit_to_seal(p_xact bigint, p_id bigint, p_most integer)
    RETURNS TABLE (id bigint, created_at timestamptz, organisation_id uuid, actor_kind text, actor_id uuid, code text,
                   subject_id uuid, xact bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT e.id, e.created_at, e.organisation_id, e.actor_kind, e.actor_id, e.code, e.subject_id, e.xact
    FROM audit_event e
    WHERE (e.xact, e.id) > (p_xact, p_id)
      AND e.xact < CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)
    ORDER BY e.xact, e.id
    LIMIT p_most
$$;

-- The latest head of each of these owners that has one.
CREATE FUNCTION audit_latest_heads(p_owners uuid[]) RETURNS TABLE (owner uuid, number bigint, digest bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.owner, h.number, h.digest
    FROM unnest(p_owners) AS o (owner)
    CROSS JOIN LATERAL (
        (SELECT l.number, l.digest FROM audit_head l WHERE l.organisation_id = o.owner ORDER BY l.round DESC LIMIT 1)
        UNION ALL
        (SELECT l.number, l.digest FROM audit_head l
         WHERE o.owner = '00000000-0000-0000-0000-000000000000' AND l.organisation_id IS NULL ORDER BY l.round DESC LIMIT 1)) h
$$;

-- For verification: rounds with the heads that are there, heads with the last line of their round, lines. Ids alone.
CREATE FUNCTION audit_rounds()
    RETURNS TABLE (number bigint, owners uuid[], previous bytea, digest bytea, created_at timestamptz, found uuid[], digests bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.number, r.owners, r.previous, r.digest, r.created_at, coalesce(h.found, '{}'), coalesce(h.digests, '')
    FROM audit_round r
    LEFT JOIN (
        SELECT a.round, array_agg(a.owner ORDER BY a.owner) AS found, string_agg(a.digest, CAST('' AS bytea) ORDER BY a.owner) AS digests
        FROM (SELECT d.round, coalesce(d.organisation_id, '00000000-0000-0000-0000-000000000000') AS owner, d.digest
              FROM audit_head d) a
        GROUP BY a.round) h ON h.round = r.number
    ORDER BY r.number
$$;
CREATE FUNCTION audit_heads_of(p_owner uuid)
    RETURNS TABLE (round bigint, number bigint, lines integer, lines_digest bytea, sign_ins integer, sign_ins_digest bytea,
                   oldest_at timestamptz, previous bytea, digest bytea, created_at timestamptz, until_xact bigint, until_id bigint, after timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT h.round, h.number, h.lines, h.lines_digest, h.sign_ins, h.sign_ins_digest, h.oldest_at, h.previous, h.digest,
           r.created_at, r.until_xact, r.until_id,
           (SELECT b.created_at FROM audit_round b WHERE b.number = h.round - 1)
    FROM (SELECT a.* FROM audit_head a WHERE a.organisation_id = p_owner
          UNION ALL
          SELECT a.* FROM audit_head a
          WHERE p_owner = '00000000-0000-0000-0000-000000000000' AND a.organisation_id IS NULL) h
    JOIN audit_round r ON r.number = h.round
    ORDER BY h.round
$$;
CREATE FUNCTION audit_lines_of(p_owner uuid)
    RETURNS TABLE (id bigint, created_at timestamptz, organisation_id uuid, actor_kind text, actor_id uuid, code text,
                   subject_id uuid, xact bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT e.id, e.created_at, e.organisation_id, e.actor_kind, e.actor_id, e.code, e.subject_id, e.xact
    FROM (SELECT a.* FROM audit_event a WHERE a.organisation_id = p_owner
          UNION ALL
          SELECT a.* FROM audit_event a
          WHERE p_owner = '00000000-0000-0000-0000-000000000000' AND a.organisation_id IS NULL) e
    ORDER BY e.xact, e.id
$$;

CREATE FUNCTION audit_owners() RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.id FROM organisation o UNION ALL SELECT '00000000-0000-0000-0000-000000000000' ORDER BY 1
$$;

REVOKE ALL ON FUNCTION audit_begin(timestamptz), audit_to_seal(bigint, bigint, integer), audit_latest_heads(uuid[]), audit_rounds(),
    audit_heads_of(uuid), audit_lines_of(uuid), audit_owners() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_begin(timestamptz), audit_to_seal(bigint, bigint, integer), audit_latest_heads(uuid[]), audit_rounds(),
    audit_heads_of(uuid), audit_lines_of(uuid), audit_owners() TO badges_app;
