-- A person who received badges at two organisations may have two spaces, each with its card. Whoever opens one and proves the other
-- puts the other's belongings into it. The other stays as a bare id that says where they went: it is as gone as an erased one for
-- everybody else, so whatever runs meanwhile finds nothing there, or is refused.
ALTER TABLE holder
    ADD COLUMN joined_into uuid,
    ADD CONSTRAINT holder_joined_into_fkey FOREIGN KEY (joined_into) REFERENCES holder (id) ON DELETE RESTRICT,
    ADD CONSTRAINT holder_joined CHECK (joined_into IS NULL OR (erased_at IS NOT NULL AND joined_into <> id));
CREATE INDEX holder_joined_into ON holder (joined_into) WHERE joined_into IS NOT NULL;

-- JOINED: the card of such a space. It opens nothing; with its PIN it says that the other card does.
ALTER TABLE holder_access
    DROP CONSTRAINT holder_access_state_check,
    ADD CONSTRAINT holder_access_state_check CHECK (state IN ('ACTIVE', 'WAITING', 'REPLACED', 'JOINED'));
ALTER TABLE holder_visit
    DROP CONSTRAINT holder_visit_how_check,
    ADD CONSTRAINT holder_visit_how_check CHECK (how IN ('CARD', 'SLIP', 'REFUSED', 'REOPENED', 'PHONE', 'PHONE_REFUSED', 'JOINED'));

CREATE OR REPLACE FUNCTION locate_holder_access(p_lookup bytea) RETURNS TABLE (holder_id uuid, access_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT holder_access.holder_id, holder_access.id
    FROM holder_access
    WHERE holder_access.code_lookup = p_lookup AND holder_access.state IN ('ACTIVE', 'WAITING', 'JOINED')
$$;

-- Belongings change their holder together: what refers to a badge with its holder is looked at when all of them have.
DO $$
DECLARE
    held record;
BEGIN
    FOR held IN
        SELECT c.conrelid::regclass AS referring, c.conname
        FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname = 'holder_id'
        WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND array_length(c.conkey, 1) > 1 AND NOT c.condeferrable
        ORDER BY 1, 2
    LOOP
        EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', held.referring, held.conname);
    END LOOP;
END
$$;

-- Every table with rows of a space, and what joining does with those of the other space: they move, or they end with it. A test
-- compares the list with the schema.
CREATE FUNCTION tables_of_space() RETURNS TABLE (name text, moves boolean)
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
    VALUES ('acceptance', true), ('access_reopening', true), ('award', true), ('credential', true), ('credential_document', true),
           ('holder_access', true), ('holder_contact', false), ('holder_visit', true), ('imported_badge', true),
           ('openid_offer', true), ('outbox', false), ('passkey', false), ('passkey_challenge', false), ('passkey_owner', false),
           ('public_badge', true), ('session', false), ('share_link', true), ('share_link_badge', true),
           ('wallet_document', true), ('wallet_offer', true), ('worker', true)
$$;

-- Locks the space of the transaction and another, in one order for everybody. What keeps them from being joined: one is gone, or
-- one was reopened and still shows the badges of one organisation alone.
CREATE FUNCTION lock_spaces_to_join(p_other uuid, p_now timestamptz)
    RETURNS TABLE (here boolean, gone boolean, limited boolean, limited_until timestamptz)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT h.id = app_holder(), h.erased_at IS NOT NULL,
           h.limited_to IS NOT NULL AND coalesce(h.limited_until > p_now, true), h.limited_until
    FROM holder h WHERE h.id IN (app_holder(), p_other)
    ORDER BY h.id
    FOR UPDATE
$$;

-- The names under which organisations know the holder of the transaction.
CREATE FUNCTION names_of_holder() RETURNS TABLE (worker_id uuid, organisation_id uuid, name text, folded_name text, organisation text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT w.id, w.organisation_id, w.first_name || ' ' || w.last_name, w.folded_name, o.public_name
    FROM worker w JOIN organisation o ON o.id = w.organisation_id
    WHERE w.holder_id = app_holder() AND w.erased_at IS NULL
      AND w.organisation_id = coalesce((SELECT limited_organisation()), w.organisation_id)
    ORDER BY o.public_name, w.created_at, w.id
$$;

-- Puts the belongings of another space into that of the transaction, which has locked and compared both. Nothing is joined to or
-- from a space that is gone or waits.
CREATE FUNCTION join_spaces(p_other uuid, p_now timestamptz) RETURNS void
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
    -- A badge from elsewhere that both keep stays once: the newer one; of two as new, that of this space.
    DELETE FROM imported_badge twin USING imported_badge stays
    WHERE twin.identity = stays.identity AND twin.state = 'KEPT' AND stays.state = 'KEPT'
      AND twin.holder_id IN (kept, p_other) AND stays.holder_id IN (kept, p_other) AND twin.holder_id <> stays.holder_id
      AND (coalesce(twin.starts_at, '-infinity'), twin.holder_id = kept)
          < (coalesce(stays.starts_at, '-infinity'), stays.holder_id = kept);
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

REVOKE ALL ON FUNCTION tables_of_space(), lock_spaces_to_join(uuid, timestamptz), names_of_holder(), join_spaces(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_spaces_to_join(uuid, timestamptz), names_of_holder(), join_spaces(uuid, timestamptz) TO badges_app;

-- As before; the acts of a joined space are those of its holder too.
CREATE OR REPLACE FUNCTION acts_of_holder(p_codes text[], p_most integer)
    RETURNS TABLE (created_at timestamptz, code text, organisation text, badge text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH subject AS MATERIALIZED (
        SELECT w.id, w.organisation_id, CAST(NULL AS uuid) AS version_id FROM worker w WHERE w.holder_id = app_holder()
        UNION ALL
        SELECT p.id, p.organisation_id, NULL FROM pathway p JOIN worker w ON w.id = p.worker_id WHERE w.holder_id = app_holder()
        UNION ALL
        SELECT o.id, o.organisation_id, o.achievement_version_id
        FROM offer o JOIN worker w ON w.id = o.worker_id WHERE w.holder_id = app_holder()
        UNION ALL
        SELECT c.id, c.organisation_id, a.achievement_version_id
        FROM credential c JOIN award a ON a.id = c.award_id WHERE c.holder_id = app_holder()
        UNION ALL
        SELECT r.id, r.organisation_id, NULL FROM access_reopening r WHERE r.holder_id = app_holder()),
    line AS MATERIALIZED (
        SELECT e.id, e.created_at, e.code, s.organisation_id, s.version_id
        FROM subject s JOIN audit_event e ON e.subject_id = s.id AND e.organisation_id = s.organisation_id
        WHERE e.code = ANY (p_codes) AND s.organisation_id = coalesce((SELECT limited_organisation()), s.organisation_id)
        UNION ALL
        SELECT e.id, e.created_at, e.code, NULL, NULL
        FROM audit_event e
        WHERE e.actor_id IN (SELECT h.id FROM holder h WHERE h.id = app_holder() OR h.joined_into = app_holder())
          AND e.actor_kind = 'HOLDER' AND e.organisation_id IS NULL AND e.code = ANY (p_codes)),
    latest AS MATERIALIZED (
        SELECT l.* FROM line l ORDER BY l.created_at DESC, l.id DESC LIMIT p_most)
    SELECT l.created_at, l.code, g.public_name, v.content ->> 'name'
    FROM latest l
    LEFT JOIN organisation g ON g.id = l.organisation_id
    LEFT JOIN achievement_version v ON v.id = l.version_id
    ORDER BY l.created_at DESC, l.id DESC
$$;

-- As before, and for each erased space those that were joined to it: an older copy has them apart.
CREATE OR REPLACE FUNCTION erasures_since(p_at timestamptz)
    RETURNS TABLE (kind text, organisation_id uuid, worker_id uuid, holder_id uuid, created_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT l.kind, l.organisation_id, l.worker_id, l.holder_id, l.created_at
    FROM (SELECT e.id, e.kind, e.organisation_id, e.worker_id, e.holder_id, e.created_at FROM erasure e
          UNION ALL
          SELECT e.id, e.kind, NULL, NULL, h.id, e.created_at FROM erasure e JOIN holder h ON h.joined_into = e.holder_id) l
    WHERE l.created_at >= p_at ORDER BY l.created_at, l.id, l.holder_id
$$;
