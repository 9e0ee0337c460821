package fr.badgesiae.api;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.schemas.samples.Samples;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** An organisation under its own network with one row of each kind; ids by the names of path parameters. */
final class Tenant {
    private static final String ONE_PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    /** Part of every name that belongs to the tenant. */
    private final String mark;

    final OrganisationId organisation;
    final OrganisationId network;
    final AccountId admin;
    final AccountId networkAdmin;
    final AccountId counsellor;
    final HolderId holder = new HolderId(UUID.randomUUID());
    final Map<String, String> ids = new HashMap<>();
    /** The code of its share link. */
    final Code shareCode;

    private final TestServer server;

    /** @param digit makes the SIRET differ from another tenant's */
    Tenant(TestServer server, String mark, int digit) {
        this.server = server;
        this.mark = mark;
        this.organisation = server.organisation("Atelier " + mark, "7328293200007" + digit);
        this.network = server.organisation("Réseau " + mark, "7328293200017" + digit);
        this.admin = server.member(organisation, "direction-" + digit, "ORG_ADMIN", "une phrase assez longue");
        this.networkAdmin = server.member(network, "reseau-" + digit, "NETWORK_ADMIN", "une phrase assez longue");
        this.counsellor = server.member(organisation, "conseil-" + digit, "COUNSELLOR", "une phrase assez longue");
        ids.put("organisation", organisation.toString());
        ids.put("member", counsellor.toString());
        for (String name : new String[] {
            "worker",
            "other",
            "pathway",
            "achievement",
            "version",
            "award",
            "credential",
            "badge",
            "offer",
            "invitation",
            "link",
            "copy",
            "portfolio",
            "imported",
            "reopening",
            "contact",
            "phone",
            "signer",
            "run",
            "ceremony",
            "message",
            "siret",
            "observation",
            "request",
            "event",
            "client",
            "group",
            "delegation",
            "import"
        }) {
            ids.put(name, UUID.randomUUID().toString());
        }
        ids.put("credential", ids.get("badge"));
        this.shareCode = server.platform().ids().code();
        server.database().owner().useHandle(this::desk);
        server.database().owner().useHandle(this::badge);
    }

    private UUID id(String name) {
        return UUID.fromString(ids.get(name));
    }

    private byte[] hash(String purpose) {
        return server.platform().vault().lookup(purpose, mark);
    }

    private byte[] sealed(String text, String context) {
        return server.platform().vault().seal(text.getBytes(StandardCharsets.US_ASCII), context);
    }

    /** The code sealed for the link with this id. */
    byte[] sealedShareCode(UUID link) {
        return sealed(shareCode.value(), "share_link.code_sealed|" + link + "|" + holder);
    }

    /** What a list says of the badge from elsewhere with this id. */
    byte[] sealedFacts(UUID badge) {
        byte[] facts = "{\"name\":\"%s\"}".formatted(mark).getBytes(StandardCharsets.UTF_8);
        return server.platform().vault().seal(facts, "imported_badge.facts|" + badge);
    }

    private void observation(Handle handle) {
        handle.execute(
                "INSERT INTO observation (id, organisation_id, worker_id, achievement_id, seen_by, seen_on, manner, tasks,"
                        + " note, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?, current_date, 'ALONE', ARRAY[]::text[], ?, now(), now())",
                id("observation"),
                organisation.value(),
                id("worker"),
                id("achievement"),
                admin.value(),
                mark);
        handle.execute(
                "INSERT INTO observation_photo (observation_id, organisation_id, sealed, created_at, updated_at)"
                        + " VALUES (?, ?, ?, now(), now())",
                id("observation"),
                organisation.value(),
                sealed(mark, "observation_photo.sealed|" + id("observation")));
    }

    private void desk(Handle handle) {
        UUID here = organisation.value();
        handle.execute(
                "INSERT INTO trust_signer (id, organisation_id, name, did, address, created_at, pinned_by)"
                        + " VALUES (?, ?, ?, 'did:web:reseau.example', 'https://reseau.invalid/list.jwt', now(), ?)",
                id("signer"),
                network.value(),
                mark,
                networkAdmin.value());
        handle.execute(
                "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                        + " VALUES (gen_random_uuid(), ?, ?, now(), current_date)",
                network.value(),
                here);
        handle.execute(
                "INSERT INTO earlier_siret (id, organisation_id, siret, used_until_on, created_at)"
                        + " VALUES (?, ?, '00000000000000', current_date, now())",
                id("siret"),
                here);
        handle.execute(
                "INSERT INTO network_message (id, organisation_id, title, body, audience, shown_until_on, created_by,"
                        + " created_at, updated_at) VALUES (?, ?, ?, ?, 'EVERYBODY', current_date + 40, ?, now(), now())",
                id("message"),
                network.value(),
                mark,
                mark,
                networkAdmin.value());
        handle.execute(
                "INSERT INTO invitation (id, organisation_id, kind, role, token_hash, label, created_at, ends_at)"
                        + " VALUES (?, ?, 'JOIN', 'COUNSELLOR', ?, ?, now(), now() + interval '1 day')",
                id("invitation"),
                here,
                hash("invitation"),
                mark);
        handle.execute(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)"
                        + " VALUES (?, ?, 'Alix', ?, gen_random_uuid(), now(), now())",
                id("worker"),
                here,
                mark);
        handle.execute(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)"
                        + " VALUES (?, ?, 'Camille', ?, gen_random_uuid(), now(), now())",
                id("other"),
                here,
                mark);
        handle.execute(
                "INSERT INTO delegation (id, organisation_id, delegated_by, account_id, rights, starts_on, ends_on, created_at,"
                        + " updated_at) VALUES (?, ?, ?, ?, '{PUBLISH}', '2020-01-01', '2020-01-02', now(), now())",
                id("delegation"),
                here,
                admin.value(),
                counsellor.value());
        handle.execute(
                "INSERT INTO people_group (id, organisation_id, kind, name, created_at, updated_at)"
                        + " VALUES (?, ?, 'TEAM', ?, now(), now())",
                id("group"),
                here,
                mark);
        handle.execute(
                "INSERT INTO group_member (group_id, organisation_id, kind, worker_id, created_at, updated_at)"
                        + " VALUES (?, ?, 'TEAM', ?, now(), now())",
                id("group"),
                here,
                id("worker"));
        byte[] pass = sealed("999990000001", "pathway.pass_iae|" + id("pathway") + "|" + organisation);
        handle.execute(
                "INSERT INTO pathway (id, organisation_id, worker_id, starts_on, pass_iae, created_at, updated_at)"
                        + " VALUES (?, ?, ?, current_date, ?, now(), now())",
                id("pathway"),
                here,
                id("worker"),
                pass);
        String content = """
                {"name": "Peindre MARK", "description": "Prépare et peint.", "criteria": "Peindre dix murs.",
                 "category": "TECHNICAL", "level": "PRACTISES", "evidencePolicy": "OPTIONAL_TEXT", "language": "fr",
                 "alignments": []}
                """.replace("MARK", mark);
        handle.execute(
                "INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)"
                        + " VALUES (?, ?, 'PUBLISHED', ?::jsonb, now(), now())",
                id("achievement"),
                here,
                content);
        handle.execute(
                "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type,"
                        + " image, created_at) VALUES (?, ?, ?, 1, ?::jsonb, 'image/png', decode(?, 'base64'), now())",
                id("version"),
                id("achievement"),
                here,
                content,
                ONE_PIXEL);
    }

    private void badge(Handle handle) {
        UUID here = organisation.value();
        handle.execute(
                "INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, narrative, state,"
                        + " offered_by, created_at, offered_at, updated_at, ends_at, code_lookup, pin_hash, code_sealed,"
                        + " pin_sealed) VALUES (?, ?, ?, ?, ?, 'OFFERED', ?, now(), now(), now(),"
                        + " now() + interval '6 months', ?, '-', '', '')",
                id("offer"),
                here,
                id("worker"),
                id("version"),
                mark,
                admin.value(),
                hash("offer"));
        handle.execute(
                "INSERT INTO award_run (id, organisation_id, achievement_version_id, created_by, state, narrative, created_at,"
                        + " updated_at) VALUES (?, ?, ?, ?, 'DRAFT', ?, now(), now())",
                id("run"),
                here,
                id("version"),
                admin.value(),
                mark);
        handle.execute(
                "INSERT INTO award_run_person (run_id, organisation_id, worker_id, again, state, created_at, updated_at)"
                        + " VALUES (?, ?, ?, true, 'CHOSEN', now(), now())",
                id("run"),
                here,
                id("worker"));
        handle.execute(
                "INSERT INTO badge_request (id, organisation_id, worker_id, achievement_id, words, state, to_read_at,"
                        + " created_at, updated_at) VALUES (?, ?, ?, ?, ?, 'SENT', now(), now(), now())",
                id("request"),
                here,
                id("worker"),
                id("achievement"),
                mark);
        Code poster = server.platform().ids().code();
        handle.execute(
                "INSERT INTO badge_event (id, organisation_id, achievement_id, name, place, held_on, opens_at, closes_at, most,"
                        + " code_lookup, code_sealed, created_by, created_at, updated_at) VALUES (?, ?, ?, ?, '',"
                        + " current_date, now(), now() + interval '1 day', 10, ?, ?, ?, now(), now())",
                id("event"),
                here,
                id("achievement"),
                mark,
                hash("event"),
                sealed(poster.value(), "badge_event.code_sealed|" + id("event")),
                admin.value());
        handle.execute(
                "INSERT INTO event_entry (id, organisation_id, event_id, first_name, last_name, by_card, state, created_at,"
                        + " updated_at) VALUES (gen_random_uuid(), ?, ?, 'Alix', ?, false, 'WAITING', now(), now())",
                here,
                id("event"),
                mark);
        handle.execute(
                "INSERT INTO client_code (id, organisation_id, worker_id, achievement_id, tasks, ends_on, code_lookup,"
                        + " code_sealed, made_by, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ARRAY[?], current_date + 9, ?, ?, ?, now(), now())",
                id("client"),
                here,
                id("worker"),
                id("achievement"),
                mark,
                hash("client"),
                sealed(server.platform().ids().code().value(), "client_code.code_sealed|" + id("client")),
                admin.value());
        handle.execute(
                "INSERT INTO ceremony (id, organisation_id, held_on, place, created_by, created_at, updated_at)"
                        + " VALUES (?, ?, current_date + 40, ?, ?, now(), now())",
                id("ceremony"),
                here,
                mark,
                admin.value());
        handle.execute(
                "INSERT INTO ceremony_offer (ceremony_id, organisation_id, offer_id, present, created_at, updated_at)"
                        + " VALUES (?, ?, ?, false, now(), now())",
                id("ceremony"),
                here,
                id("offer"));
        observation(handle);
        handle.execute(
                "INSERT INTO people_import (id, organisation_id, created_by, state, source, titles, first_column, last_column,"
                        + " left_out, content_digest, created_at, updated_at)"
                        + " VALUES (?, ?, ?, 'DRAFT', 'LIST', ARRAY[?], 0, 1, 0, ?, now(), now())",
                id("import"),
                here,
                admin.value(),
                mark,
                hash("import"));
        handle.execute(
                "INSERT INTO people_import_row (import_id, organisation_id, line, first_name, last_name, finding, decision,"
                        + " state, worker_id, created_at, updated_at)"
                        + " VALUES (?, ?, 2, ?, 'Modèle', 'KNOWN', 'LEAVE', 'WAITING', ?, now(), now())",
                id("import"),
                here,
                mark,
                id("worker"));
        handle.execute("INSERT INTO holder (id, created_at) VALUES (?, now())", holder.value());
        handle.execute(
                "INSERT INTO award (id, organisation_id, offer_id, worker_id, holder_id, achievement_version_id,"
                        + " awarded_on, state, created_at) VALUES (?, ?, ?, ?, ?, ?, current_date, 'LIVE', now())",
                id("award"),
                here,
                id("offer"),
                id("worker"),
                holder.value(),
                id("version"));
        handle.execute(
                "INSERT INTO credential (id, organisation_id, award_id, worker_id, holder_id, state, status_list_id,"
                        + " status_index, achievement_name, image_url, displayed_name, name_choice, shows_evidence,"
                        + " valid_from, created_at, issued_at)"
                        + " SELECT ?, organisation_id, ?, ?, ?, 'ISSUED', id, 7, ?, '/image', 'Alix', 'FULL', true,"
                        + " now(), now(), now() FROM status_list WHERE organisation_id = ?",
                id("credential"),
                id("award"),
                id("worker"),
                holder.value(),
                mark,
                here);
        handle.execute(
                "INSERT INTO credential_document (credential_id, organisation_id, holder_id, document, jwt)"
                        + " VALUES (?, ?, ?, ?, '-')",
                id("credential"),
                here,
                holder.value(),
                "{\"credentialSubject\":{\"achievement\":{\"id\":\"http://localhost/achievements/" + id("achievement")
                        + "/1\"}}}");
        handle.execute(
                "INSERT INTO credential (id, organisation_id, award_id, edition, worker_id, holder_id, state, status_list_id,"
                        + " status_index, achievement_name, image_url, name_choice, shows_evidence, wallet, wallet_key,"
                        + " valid_from, created_at, issued_at)"
                        + " SELECT ?, organisation_id, award_id, 2, worker_id, holder_id, 'ISSUED', status_list_id, 100007,"
                        + " achievement_name, image_url, 'NONE', false, 'LEARNER_CREDENTIAL_WALLET', 'did:key:z6MkExample',"
                        + " now(), now(), now() FROM credential WHERE id = ?",
                id("copy"),
                id("credential"));
        handle.execute(
                "INSERT INTO openid_offer (id, organisation_id, holder_id, credential_id, wallet, name_choice, shows_evidence,"
                        + " read_digest, code_lookup, tx_code_lookup, wrong_codes, by_identifier, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, 'WALT_ID', 'NONE', false, repeat('0', 64), ?, sha256(''), 0, false, now(),"
                        + " now() + interval '5 minutes')",
                id("offer"),
                here,
                holder.value(),
                id("credential"),
                hash("openid_offer"));
        handle.execute(
                "INSERT INTO public_badge (id, organisation_id, holder_id, credential_id, version, hosted, signed, created_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, ?, ?, '{}', '-', now())",
                here,
                holder.value(),
                id("credential"),
                id("achievement") + "/1");
        Vault vault = server.platform().vault();
        handle.execute(
                "INSERT INTO imported_badge (id, holder_id, state, identity, form, file, facts, headline, known, created_at,"
                        + " updated_at) VALUES (?, ?, 'KEPT', ?, 'JSON', ?, ?, 'CANNOT_TELL', false, now(), now())",
                id("imported"),
                holder.value(),
                hash("imported"),
                vault.seal(Samples.named("valid-did-key.json").bytes(), "imported_badge.file|" + id("imported")),
                sealedFacts(id("imported")));
        handle.execute(
                "INSERT INTO access_reopening (id, organisation_id, worker_id, holder_id, witness, reason, state,"
                        + " created_at, ends_at, code_lookup, used_at) VALUES (?, ?, ?, ?, ?, 'LOST_CARD', 'USED', now(),"
                        + " now() + interval '1 day', ?, now())",
                id("reopening"),
                here,
                id("worker"),
                holder.value(),
                counsellor.value(),
                hash("reopening"));
        phone(handle);
        handle.execute(
                "INSERT INTO share_link (id, organisation_id, holder_id, credential_id, code_lookup, code_sealed,"
                        + " label, created_at, ends_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, now(), now() + interval '1 day')",
                id("link"),
                here,
                holder.value(),
                id("credential"),
                server.platform().vault().lookup("share_link.code", shareCode.value()),
                sealedShareCode(id("link")),
                mark);
        handle.execute(
                "INSERT INTO share_link (id, organisation_id, holder_id, code_lookup, code_sealed, label, message,"
                        + " created_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?, now(), now() + interval '1 day')",
                id("portfolio"),
                here,
                holder.value(),
                hash("portfolio"),
                sealedShareCode(id("portfolio")),
                mark,
                mark);
        handle.execute(
                "INSERT INTO holder_contact (id, holder_id, kind, address, language, code_hash, link_hash, created_at,"
                        + " lapses_at) VALUES (?, ?, 'MAIL', ?, 'fr', ?, ?, now(), now() + interval '1 day')",
                id("contact"),
                holder.value(),
                sealed("alix@exemple.invalid", "holder_contact.address|" + id("contact") + "|" + holder),
                hash("holder_contact.code"),
                hash("holder_contact.link"));
        handle.execute(
                "INSERT INTO share_link_badge (share_link_id, place, organisation_id, holder_id, credential_id, created_at)"
                        + " VALUES (?, 1, ?, ?, ?, now())",
                id("portfolio"),
                here,
                holder.value(),
                id("credential"));
    }

    private void phone(Handle handle) {
        handle.execute(
                "INSERT INTO passkey_owner (id, holder_id, user_handle, created_at) VALUES (gen_random_uuid(), ?, ? || ?, now())",
                holder.value(),
                hash("user_handle"),
                hash("user_handle"));
        handle.execute(
                "INSERT INTO passkey (id, holder_id, credential_id, public_key, signature_count, backup_eligible, backed_up,"
                        + " name, created_at, last_used_at) VALUES (?, ?, ?, ?, 0, false, false, ?, now(), now())",
                id("phone"),
                holder.value(),
                hash("passkey"),
                hash("public_key"),
                mark);
    }
}
