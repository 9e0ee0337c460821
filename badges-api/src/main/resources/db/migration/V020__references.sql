-- Every reference between tables has its FOREIGN KEY, and each says what erasure does. Within a tenant the key carries the
-- organisation, so that no row can refer to another tenant's.
--
-- Erasure, in short. Organisations, signing keys and published versions are closed or archived, never deleted: signed badges
-- point at them. A person's rows go with the person (CASCADE), except what a signed badge rests on (RESTRICT): there, the
-- words are erased and the row stays, with its status-list index. Who did something is forgotten (SET NULL) where the column
-- may be empty, and keeps the account where it may not (RESTRICT): such an account is deactivated and renamed.

-- A database that refers to rows that are gone is reported in words, all references at once, before anything is changed.
CREATE FUNCTION pg_temp.orphans(p_table text, p_columns text[], p_target text, p_keys text[]) RETURNS text
    LANGUAGE plpgsql AS $$
DECLARE
    present text := (SELECT string_agg(format('r.%I IS NOT NULL', name), ' AND ') FROM unnest(p_columns) name);
    same    text := (SELECT string_agg(format('t.%I = r.%I', p.key, p.name), ' AND ')
                     FROM unnest(p_columns, p_keys) p (name, key));
    missing text := format('FROM %I r WHERE %s AND NOT EXISTS (SELECT 1 FROM %I t WHERE %s)', p_table, present, p_target, same);
    found   bigint;
BEGIN
    EXECUTE 'SELECT count(*) ' || missing INTO found;
    RETURN CASE WHEN found > 0 THEN
        format('%s.%s: %s row(s) without their row of %s. To see them: SELECT r.* %s',
            p_table, array_to_string(p_columns, ','), found, p_target, missing) END;
END
$$;

DO $$
DECLARE
    report text;
BEGIN
    SELECT string_agg(line, E'\n' ORDER BY line) INTO report
    FROM (VALUES
        ('award', '{offer_id,organisation_id}', 'offer', '{id,organisation_id}'),
        ('award', '{achievement_version_id,organisation_id}', 'achievement_version', '{id,organisation_id}'),
        ('credential', '{worker_id,organisation_id}', 'worker', '{id,organisation_id}'),
        ('credential', '{holder_id}', 'holder', '{id}'),
        ('credential', '{supersedes,organisation_id,holder_id}', 'credential', '{id,organisation_id,holder_id}'),
        ('offer', '{achievement_version_id,organisation_id}', 'achievement_version', '{id,organisation_id}'),
        ('offer', '{offered_by,organisation_id}', 'membership', '{account_id,organisation_id}'),
        ('acceptance', '{credential_id,organisation_id,holder_id}', 'credential', '{id,organisation_id,holder_id}'),
        ('acceptance', '{witness,organisation_id}', 'membership', '{account_id,organisation_id}'),
        ('share_link', '{credential_id,organisation_id,holder_id}', 'credential', '{id,organisation_id,holder_id}'),
        ('worker', '{holder_id}', 'holder', '{id}'),
        ('session', '{holder_id}', 'holder', '{id}'),
        ('session', '{offer_id,organisation_id}', 'offer', '{id,organisation_id}'),
        ('network_membership', '{vetted_by,network_id}', 'membership', '{account_id,organisation_id}'),
        ('network_membership', '{suspended_by,network_id}', 'membership', '{account_id,organisation_id}'),
        ('invitation', '{created_by}', 'account', '{id}'),
        ('trust_signer', '{pinned_by,organisation_id}', 'membership', '{account_id,organisation_id}'))
        AS wanted (source, columns, target, keys)
    CROSS JOIN LATERAL pg_temp.orphans(source, columns::text[], target, keys::text[]) line;
    IF report IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'foreign_key_violation', MESSAGE =
            E'Rows refer to rows that are not there, so the schema was not changed:\n' || report
            || E'\nAfter a backup, restore the missing rows or delete these, then run "db migrate" again.';
    END IF;
END
$$;

DROP FUNCTION pg_temp.orphans(text, text[], text, text[]);

-- What the new keys refer to. A credential is referred to with its holder, so that a link shows nobody else's badge.
ALTER TABLE achievement_version ADD UNIQUE (id, organisation_id);
ALTER TABLE credential
    ADD UNIQUE (id, organisation_id, holder_id),
    DROP CONSTRAINT credential_id_organisation_id_key;

-- Organisations are closed, never deleted.
ALTER TABLE network_membership
    DROP CONSTRAINT network_membership_network_id_fkey,
    DROP CONSTRAINT network_membership_organisation_id_fkey,
    ADD CONSTRAINT network_membership_network_id_fkey
        FOREIGN KEY (network_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    ADD CONSTRAINT network_membership_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    -- The network goes on answering for its organisation when who vetted or paused it is erased.
    ADD CONSTRAINT network_membership_vetted_by_fkey
        FOREIGN KEY (vetted_by, network_id) REFERENCES membership (account_id, organisation_id)
        ON DELETE SET NULL (vetted_by),
    ADD CONSTRAINT network_membership_suspended_by_fkey
        FOREIGN KEY (suspended_by, network_id) REFERENCES membership (account_id, organisation_id)
        ON DELETE SET NULL (suspended_by);

ALTER TABLE membership
    DROP CONSTRAINT membership_organisation_id_fkey,
    DROP CONSTRAINT membership_account_id_fkey,
    ADD CONSTRAINT membership_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    -- A membership says nothing without its account.
    ADD CONSTRAINT membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE;

ALTER TABLE invitation
    DROP CONSTRAINT invitation_organisation_id_fkey,
    DROP CONSTRAINT invitation_organisation_id_account_id_fkey,
    ADD CONSTRAINT invitation_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    -- A password link dies with the account that it is for.
    ADD CONSTRAINT invitation_account_id_fkey
        FOREIGN KEY (account_id, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE CASCADE,
    -- A link stays good when its maker is erased. The maker may be the network's, hence no organisation in the key.
    ADD CONSTRAINT invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES account (id) ON DELETE SET NULL;

ALTER TABLE session
    DROP CONSTRAINT session_organisation_id_fkey,
    DROP CONSTRAINT session_account_id_fkey,
    ADD CONSTRAINT session_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    -- A session ends with whoever or whatever it was opened for.
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    ADD CONSTRAINT session_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE,
    ADD CONSTRAINT session_offer_id_fkey
        FOREIGN KEY (offer_id, organisation_id) REFERENCES offer (id, organisation_id) ON DELETE CASCADE,
    -- The key above is checked only where both columns are there.
    ADD CONSTRAINT session_offer_of_organisation CHECK (offer_id IS NULL OR organisation_id IS NOT NULL);

ALTER TABLE audit_event
    DROP CONSTRAINT audit_event_organisation_id_fkey,
    ADD CONSTRAINT audit_event_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT;

ALTER TABLE signing_key
    DROP CONSTRAINT signing_key_organisation_id_fkey,
    ADD CONSTRAINT signing_key_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT;
ALTER TABLE signing_key_secret
    DROP CONSTRAINT signing_key_secret_id_fkey,
    DROP CONSTRAINT signing_key_secret_organisation_id_fkey,
    -- A private half alone serves nothing.
    ADD CONSTRAINT signing_key_secret_id_fkey FOREIGN KEY (id) REFERENCES signing_key (id) ON DELETE CASCADE,
    ADD CONSTRAINT signing_key_secret_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT;

ALTER TABLE achievement
    DROP CONSTRAINT achievement_organisation_id_fkey,
    ADD CONSTRAINT achievement_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT;
ALTER TABLE achievement_version
    DROP CONSTRAINT achievement_version_achievement_id_organisation_id_fkey,
    -- A published version has a permanent URL.
    ADD CONSTRAINT achievement_version_achievement_id_fkey
        FOREIGN KEY (achievement_id, organisation_id) REFERENCES achievement (id, organisation_id) ON DELETE RESTRICT;

ALTER TABLE worker
    DROP CONSTRAINT worker_organisation_id_fkey,
    ADD CONSTRAINT worker_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    -- The desk file outlives the space of its person; a later claim opens another. Deferred: accepting binds the worker
    -- first and writes the new holder after, so that of two claims at once only the one that bound makes a holder.
    ADD CONSTRAINT worker_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE pathway
    DROP CONSTRAINT pathway_worker_id_organisation_id_fkey,
    -- Part of the desk file.
    ADD CONSTRAINT pathway_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE;

ALTER TABLE status_list
    DROP CONSTRAINT status_list_organisation_id_fkey,
    ADD CONSTRAINT status_list_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT;
ALTER TABLE status_counter
    DROP CONSTRAINT status_counter_list_id_organisation_id_fkey,
    -- A counter counts nothing without its list.
    ADD CONSTRAINT status_counter_list_id_fkey
        FOREIGN KEY (list_id, organisation_id) REFERENCES status_list (id, organisation_id) ON DELETE CASCADE;

-- Ways in and visits are the holder's alone.
ALTER TABLE holder_access
    DROP CONSTRAINT holder_access_holder_id_fkey,
    ADD CONSTRAINT holder_access_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE;
ALTER TABLE holder_visit
    DROP CONSTRAINT holder_visit_holder_id_fkey,
    ADD CONSTRAINT holder_visit_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE;

ALTER TABLE offer
    DROP CONSTRAINT offer_organisation_id_fkey,
    DROP CONSTRAINT offer_worker_id_organisation_id_fkey,
    ADD CONSTRAINT offer_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    -- Part of the desk file; an offer that led to a badge is held by its award.
    ADD CONSTRAINT offer_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE,
    -- What was proposed stays readable.
    ADD CONSTRAINT offer_achievement_version_id_fkey
        FOREIGN KEY (achievement_version_id, organisation_id) REFERENCES achievement_version (id, organisation_id)
        ON DELETE RESTRICT,
    -- Somebody answers for every offer.
    ADD CONSTRAINT offer_offered_by_fkey
        FOREIGN KEY (offered_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT;

-- A signed badge rests on the award: its words are erased elsewhere, its rows stay.
ALTER TABLE award
    DROP CONSTRAINT award_organisation_id_fkey,
    DROP CONSTRAINT award_worker_id_organisation_id_fkey,
    DROP CONSTRAINT award_holder_id_fkey,
    DROP CONSTRAINT award_achievement_version_id_fkey,
    ADD CONSTRAINT award_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    ADD CONSTRAINT award_offer_id_fkey
        FOREIGN KEY (offer_id, organisation_id) REFERENCES offer (id, organisation_id) ON DELETE RESTRICT,
    ADD CONSTRAINT award_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE RESTRICT,
    ADD CONSTRAINT award_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE RESTRICT,
    ADD CONSTRAINT award_achievement_version_id_fkey
        FOREIGN KEY (achievement_version_id, organisation_id) REFERENCES achievement_version (id, organisation_id)
        ON DELETE RESTRICT;
ALTER TABLE credential
    DROP CONSTRAINT credential_award_id_organisation_id_fkey,
    DROP CONSTRAINT credential_status_list_id_organisation_id_fkey,
    DROP CONSTRAINT credential_supersedes_fkey,
    ADD CONSTRAINT credential_award_id_fkey
        FOREIGN KEY (award_id, organisation_id) REFERENCES award (id, organisation_id) ON DELETE RESTRICT,
    ADD CONSTRAINT credential_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE RESTRICT,
    ADD CONSTRAINT credential_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE RESTRICT,
    -- The index in the list is never drawn again.
    ADD CONSTRAINT credential_status_list_id_fkey
        FOREIGN KEY (status_list_id, organisation_id) REFERENCES status_list (id, organisation_id) ON DELETE RESTRICT,
    ADD CONSTRAINT credential_supersedes_fkey
        FOREIGN KEY (supersedes, organisation_id, holder_id) REFERENCES credential (id, organisation_id, holder_id)
        ON DELETE RESTRICT;

-- How somebody agreed is the proof behind the badge, its witness included.
ALTER TABLE acceptance
    DROP CONSTRAINT acceptance_organisation_id_fkey,
    DROP CONSTRAINT acceptance_offer_id_organisation_id_fkey,
    DROP CONSTRAINT acceptance_holder_id_fkey,
    ADD CONSTRAINT acceptance_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    ADD CONSTRAINT acceptance_offer_id_fkey
        FOREIGN KEY (offer_id, organisation_id) REFERENCES offer (id, organisation_id) ON DELETE RESTRICT,
    ADD CONSTRAINT acceptance_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE RESTRICT,
    ADD CONSTRAINT acceptance_credential_id_fkey
        FOREIGN KEY (credential_id, organisation_id, holder_id) REFERENCES credential (id, organisation_id, holder_id)
        ON DELETE RESTRICT,
    ADD CONSTRAINT acceptance_witness_fkey
        FOREIGN KEY (witness, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT;

ALTER TABLE share_link
    DROP CONSTRAINT share_link_organisation_id_fkey,
    DROP CONSTRAINT share_link_holder_id_fkey,
    ADD CONSTRAINT share_link_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    -- A link ends with its holder and with what it shows.
    ADD CONSTRAINT share_link_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE,
    ADD CONSTRAINT share_link_credential_id_fkey
        FOREIGN KEY (credential_id, organisation_id, holder_id) REFERENCES credential (id, organisation_id, holder_id)
        ON DELETE CASCADE;

ALTER TABLE trust_list
    DROP CONSTRAINT trust_list_key_id_fkey,
    -- The published list names the key that signed it.
    ADD CONSTRAINT trust_list_key_id_fkey FOREIGN KEY (key_id) REFERENCES signing_key (id) ON DELETE RESTRICT;
ALTER TABLE trust_signer
    DROP CONSTRAINT trust_signer_organisation_id_fkey,
    ADD CONSTRAINT trust_signer_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    -- Somebody answers for every pin.
    ADD CONSTRAINT trust_signer_pinned_by_fkey
        FOREIGN KEY (pinned_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT;
ALTER TABLE trust_entry
    DROP CONSTRAINT trust_entry_signer_id_organisation_id_fkey,
    -- Entries are what the signer's list says.
    ADD CONSTRAINT trust_entry_signer_id_fkey
        FOREIGN KEY (signer_id, organisation_id) REFERENCES trust_signer (id, organisation_id) ON DELETE CASCADE;
