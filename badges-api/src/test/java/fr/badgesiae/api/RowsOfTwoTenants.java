package fr.badgesiae.api;

import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two organisations and two holders, with rows of each kind. */
final class RowsOfTwoTenants implements BeforeAllCallback, AfterAllCallback {
    ClaimFixture fixture;
    OrganisationId ours;
    OrganisationId stranger;
    HolderId holder;
    HolderId colleague;

    @Override
    public void beforeAll(ExtensionContext context) {
        fixture = ClaimFixture.open();
        ours = fixture.organisation;
        stranger = fixture.setup.organisation("Régie du Port");
        AcceptOffer.Accepted accepted = fixture.accepted(fixture.offered());
        holder = accepted.holder();
        colleague = fixture.accepted(fixture.offered()).holder();
        UUID member = UUID.randomUUID();
        UUID person = fixture.person().value();
        UUID network = fixture.setup.organisation("Réseau Exemple").value();
        fixture.owner.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                            + " VALUES (gen_random_uuid(), ?, ?, now(), current_date)",
                    network,
                    ours.value());
            handle.execute(
                    "INSERT INTO trust_signer (id, organisation_id, name, did, address, created_at, pinned_by)"
                            + " VALUES (gen_random_uuid(), ?, 'Ailleurs', 'did:web:ailleurs.example', '-', now(), ?)",
                    ours.value(),
                    fixture.counsellor.value());
            handle.execute(
                    "INSERT INTO trust_entry (signer_id, organisation_id, issuer, name, state, state_changed_on)"
                            + " SELECT id, organisation_id, 'did:web:un.example', 'Un', 'ACTIVE', current_date"
                            + " FROM trust_signer WHERE organisation_id = ?",
                    ours.value());
            handle.execute(
                    "INSERT INTO account (id, login, display_name, password_hash, password_set_at, created_at)"
                            + " VALUES (?, 'conseil', 'Alix', '-', now(), now())",
                    member);
            handle.execute(
                    "INSERT INTO membership (id, organisation_id, account_id, role, created_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, 'COUNSELLOR', now())",
                    ours.value(),
                    member);
            handle.execute(
                    "INSERT INTO rights_change (id, organisation_id, account_id, changed_by, rights_before, rights_after,"
                            + " created_at) VALUES (gen_random_uuid(), ?, ?, ?, '{PROPOSE}', '{PRINT}', now())",
                    ours.value(),
                    member,
                    member);
            handle.execute(
                    "INSERT INTO invitation (id, organisation_id, kind, role, token_hash, created_at, ends_at)"
                            + " VALUES (gen_random_uuid(), ?, 'JOIN', 'COUNSELLOR', decode(repeat('00', 32), 'hex'),"
                            + " now(), now() + interval '1 day')",
                    ours.value());
            handle.execute(
                    "INSERT INTO session (id, kind, token_hash, organisation_id, account_id, created_at, last_seen_at,"
                            + " idle_seconds, ends_at) VALUES (gen_random_uuid(), 'DESK',"
                            + " decode(repeat('00', 32), 'hex'), ?, ?, now(), now(), 60, now() + interval '1 day')",
                    ours.value(),
                    member);
            handle.execute(
                    "INSERT INTO organisation_logo (organisation_id, image_type, image, created_at, updated_at)"
                            + " VALUES (?, 'image/svg+xml', '', now(), now())",
                    ours.value());
            handle.execute(
                    "INSERT INTO pathway (id, organisation_id, worker_id, starts_on, created_at, updated_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, current_date, now(), now())",
                    ours.value(),
                    person);
            handle.execute(
                    "INSERT INTO access_reopening (id, organisation_id, worker_id, holder_id, witness, reason, state,"
                            + " created_at, ends_at, code_lookup) VALUES (gen_random_uuid(), ?, ?, ?, ?, 'LOST_CARD',"
                            + " 'CANCELLED', now(), now() + interval '1 day', decode(repeat('00', 32), 'hex'))",
                    ours.value(),
                    person,
                    accepted.holder().value(),
                    member);
            handle.execute(
                    "INSERT INTO share_link (id, organisation_id, holder_id, credential_id, code_lookup, code_sealed,"
                            + " label, created_at, ends_at) VALUES (gen_random_uuid(), ?, ?, ?,"
                            + " decode(repeat('00', 32), 'hex'), '', 'Pour un employeur', now(), now() + interval '1 day')",
                    ours.value(),
                    accepted.holder().value(),
                    accepted.credential().value());
            handle.execute(
                    "INSERT INTO wallet_offer (id, organisation_id, holder_id, credential_id, kind, name_choice,"
                            + " shows_evidence, read_digest, secret_lookup, challenge, created_at, expires_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, ?, 'LINK', 'NONE', false, repeat('0', 64),"
                            + " decode(repeat('00', 32), 'hex'), repeat('0', 22), now(), now() + interval '1 minute')",
                    ours.value(),
                    accepted.holder().value(),
                    accepted.credential().value());
            handle.execute(
                    "INSERT INTO openid_offer (id, organisation_id, holder_id, credential_id, wallet, name_choice,"
                            + " shows_evidence, read_digest, code_lookup, wrong_codes, by_identifier, created_at, expires_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, ?, 'WALT_ID', 'NONE', false, repeat('0', 64),"
                            + " decode(repeat('00', 32), 'hex'), 0, false, now(), now() + interval '1 minute')",
                    ours.value(),
                    accepted.holder().value(),
                    accepted.credential().value());
            handle.execute(
                    "INSERT INTO wallet_document (credential_id, organisation_id, holder_id, content, created_at)"
                            + " VALUES (?, ?, ?, '-', now())",
                    accepted.credential().value(),
                    ours.value(),
                    accepted.holder().value());
            handle.execute(
                    "INSERT INTO share_link_badge (share_link_id, place, organisation_id, holder_id, credential_id, created_at)"
                            + " SELECT id, 1, organisation_id, holder_id, credential_id, now() FROM share_link"
                            + " WHERE holder_id = ?",
                    accepted.holder().value());
            handle.execute(
                    "INSERT INTO public_badge (id, organisation_id, holder_id, credential_id, version, hosted, signed,"
                            + " created_at) VALUES (gen_random_uuid(), ?, ?, ?, gen_random_uuid() || '/1', '', '', now())",
                    ours.value(),
                    accepted.holder().value(),
                    accepted.credential().value());
            handle.execute(
                    "INSERT INTO ended_public_badge (id, organisation_id, revoked, created_at)"
                            + " VALUES (gen_random_uuid(), ?, false, now())",
                    ours.value());
            handle.execute(
                    "INSERT INTO information_sheet (id, organisation_id, digest, content, created_at)"
                            + " VALUES (gen_random_uuid(), ?, sha256(''), '{}', now())",
                    ours.value());
            handle.execute(
                    "INSERT INTO audit_round (number, owners, until_xact, until_id, previous, digest, created_at)"
                            + " VALUES (1, '{}', 0, 0, sha256(''), sha256(''), now())");
            handle.execute(
                    "INSERT INTO audit_head (organisation_id, round, number, lines, lines_digest, sign_ins, sign_ins_digest,"
                            + " oldest_at, previous, digest, created_at) VALUES (?, 1, 1, 1, sha256(''), 0, sha256(''),"
                            + " now(), sha256(''), sha256(''), now())",
                    ours.value());
            handle.execute(
                    "INSERT INTO erasure (id, kind, reason, organisation_id, worker_id, created_at)"
                            + " VALUES (gen_random_uuid(), 'DESK_FILE', 'REQUEST', ?, ?, now())",
                    ours.value(),
                    person);
            handle.execute(
                    "INSERT INTO erasure_run (id, organisation_id, due_on, files, living, created_at)"
                            + " VALUES (gen_random_uuid(), ?, current_date, 1, 1, now())",
                    ours.value());
            handle.execute(
                    "INSERT INTO award_run (id, organisation_id, achievement_version_id, created_by, state, created_at,"
                            + " updated_at) SELECT gen_random_uuid(), organisation_id, achievement_version_id, ?, 'DRAFT',"
                            + " now(), now() FROM offer WHERE organisation_id = ? LIMIT 1",
                    member,
                    ours.value());
            handle.execute(
                    "INSERT INTO award_run_person (run_id, organisation_id, worker_id, again, state, created_at, updated_at)"
                            + " SELECT id, organisation_id, ?, true, 'CHOSEN', now(), now() FROM award_run"
                            + " WHERE organisation_id = ?",
                    person,
                    ours.value());
            handle.execute(
                    "INSERT INTO network_message (id, organisation_id, title, body, audience, shown_until_on, created_by,"
                            + " created_at, updated_at)"
                            + " VALUES (gen_random_uuid(), ?, '-', '-', 'EVERYBODY', current_date, ?, now(), now())",
                    ours.value(),
                    member);
            handle.execute(
                    "INSERT INTO network_message_reading (message_id, network_id, organisation_id, account_id, created_at)"
                            + " SELECT id, organisation_id, organisation_id, created_by, now() FROM network_message");
            handle.execute(
                    "INSERT INTO earlier_siret (id, organisation_id, siret, used_until_on, created_at)"
                            + " VALUES (gen_random_uuid(), ?, '73282932000074', current_date, now())",
                    ours.value());
            handle.execute(
                    "INSERT INTO badge_request (id, organisation_id, worker_id, words, state, to_read_at, created_at,"
                            + " updated_at) VALUES (gen_random_uuid(), ?, ?, 'Peint.', 'SENT', now(), now(), now())",
                    ours.value(),
                    person);
            handle.execute(
                    "INSERT INTO badge_without_requests (achievement_id, organisation_id, created_at)"
                            + " SELECT id, organisation_id, now() FROM achievement WHERE organisation_id = ? LIMIT 1",
                    ours.value());
            handle.execute(
                    "INSERT INTO badge_event (id, organisation_id, achievement_id, name, place, held_on, opens_at,"
                            + " closes_at, most, code_lookup, code_sealed, created_by, created_at, updated_at)"
                            + " SELECT gen_random_uuid(), organisation_id, id, 'Atelier', '', current_date, now(),"
                            + " now() + interval '1 day', 10, decode(repeat('00', 32), 'hex'), '', ?, now(), now()"
                            + " FROM achievement WHERE organisation_id = ? LIMIT 1",
                    member,
                    ours.value());
            handle.execute(
                    "INSERT INTO event_entry (id, organisation_id, event_id, first_name, last_name, by_card, state,"
                            + " created_at, updated_at) SELECT gen_random_uuid(), organisation_id, id, 'Alix', 'Modèle',"
                            + " false, 'WAITING', now(), now() FROM badge_event WHERE organisation_id = ?",
                    ours.value());
            handle.execute(
                    "INSERT INTO ceremony (id, organisation_id, held_on, place, created_by, created_at, updated_at)"
                            + " VALUES (gen_random_uuid(), ?, current_date, '', ?, now(), now())",
                    ours.value(),
                    member);
            handle.execute(
                    "INSERT INTO ceremony_offer (ceremony_id, organisation_id, offer_id, present, created_at, updated_at)"
                            + " SELECT c.id, c.organisation_id, o.id, false, now(), now()"
                            + " FROM ceremony c JOIN offer o ON o.organisation_id = c.organisation_id"
                            + " WHERE c.organisation_id = ? LIMIT 1",
                    ours.value());
            handle.execute(
                    "INSERT INTO observation (id, organisation_id, worker_id, achievement_id, seen_by, seen_on, manner, tasks,"
                            + " note, created_at, updated_at) SELECT gen_random_uuid(), a.organisation_id, ?, a.id, ?,"
                            + " current_date, 'ALONE', ARRAY[]::text[], 'Range.', now(), now() FROM achievement a"
                            + " WHERE a.organisation_id = ? LIMIT 1",
                    person,
                    member,
                    ours.value());
            handle.execute(
                    "INSERT INTO observation_photo (observation_id, organisation_id, sealed, created_at, updated_at)"
                            + " SELECT id, organisation_id, '', now(), now() FROM observation WHERE organisation_id = ?",
                    ours.value());
            handle.execute(
                    "INSERT INTO client_code (id, organisation_id, worker_id, achievement_id, tasks, ends_on, code_lookup,"
                            + " code_sealed, made_by, created_at, updated_at) SELECT gen_random_uuid(), a.organisation_id, ?, a.id,"
                            + " ARRAY['Range.'], current_date, sha256(a.id::text::bytea), '', ?, now(), now() FROM achievement a"
                            + " WHERE a.organisation_id = ? LIMIT 1",
                    person,
                    member,
                    ours.value());
            handle.execute(
                    "INSERT INTO own_words (id, holder_id, words, created_at, updated_at)"
                            + " VALUES (gen_random_uuid(), ?, 'Je range.', now(), now())",
                    accepted.holder().value());
            handle.execute(
                    "INSERT INTO offer_step (id, organisation_id, offer_id, kind, how, done_on, done_by, created_at)"
                            + " SELECT gen_random_uuid(), organisation_id, id, 'REMINDED', 'PHONE', current_date, ?, now()"
                            + " FROM offer WHERE organisation_id = ? LIMIT 1",
                    member,
                    ours.value());
            handle.execute(
                    "INSERT INTO people_group (id, organisation_id, kind, name, created_at, updated_at)"
                            + " VALUES (gen_random_uuid(), ?, 'TEAM', 'Équipe verte', now(), now())",
                    ours.value());
            handle.execute(
                    "INSERT INTO group_member (group_id, organisation_id, kind, worker_id, created_at, updated_at)"
                            + " SELECT id, organisation_id, kind, ?, now(), now() FROM people_group WHERE organisation_id = ?",
                    person,
                    ours.value());
            handle.execute(
                    "INSERT INTO distinct_people (first_id, second_id, organisation_id, decided_by, created_at, updated_at)"
                            + " SELECT min(id::text)::uuid, max(id::text)::uuid, organisation_id, ?, now(), now()"
                            + " FROM worker WHERE organisation_id = ? GROUP BY organisation_id",
                    member,
                    ours.value());
            handle.execute(
                    "INSERT INTO person_contact (id, organisation_id, worker_id, created_at, updated_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, now(), now())",
                    ours.value(),
                    person);
            handle.execute(
                    "INSERT INTO delegation (id, organisation_id, delegated_by, account_id, rights, starts_on, ends_on,"
                            + " created_at, updated_at) SELECT gen_random_uuid(), organisation_id, ?, account_id,"
                            + " '{AWARD}', current_date, current_date, now(), now() FROM membership"
                            + " WHERE organisation_id = ? AND account_id <> ? LIMIT 1",
                    member,
                    ours.value(),
                    member);
            handle.execute(
                    "INSERT INTO publication_request (achievement_id, organisation_id, asked_by, digest, created_at, updated_at)"
                            + " SELECT id, organisation_id, ?, sha256(''), now(), now() FROM achievement"
                            + " WHERE organisation_id = ? LIMIT 1",
                    member,
                    ours.value());
            handle.execute(
                    "INSERT INTO team_assignment (group_id, organisation_id, kind, account_id, created_at)"
                            + " SELECT id, organisation_id, kind, ?, now() FROM people_group WHERE organisation_id = ?",
                    member,
                    ours.value());
            handle.execute(
                    "INSERT INTO people_import (id, organisation_id, created_by, state, source, titles, first_column,"
                            + " last_column, left_out, content_digest, created_at, updated_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, 'DRAFT', 'LIST', '{}', 0, 1, 0, sha256(''), now(), now())",
                    ours.value(),
                    member);
            handle.execute(
                    "INSERT INTO people_import_row (import_id, organisation_id, line, first_name, last_name, finding,"
                            + " decision, state, worker_id, created_at, updated_at)"
                            + " SELECT id, organisation_id, 2, 'Alix', 'Modèle', 'KNOWN', 'LEAVE', 'WAITING', ?, now(), now()"
                            + " FROM people_import WHERE organisation_id = ?",
                    person,
                    ours.value());
            handle.execute(
                    "INSERT INTO import_column (organisation_id, title, field, created_at, updated_at)"
                            + " VALUES (?, 'usage', 'FIRST_NAME', now(), now())",
                    ours.value());
        });
    }

    @Override
    public void afterAll(ExtensionContext context) {
        fixture.close();
    }
}
