package fr.badgesiae.api;

import java.util.UUID;

/** Makes the lists of a tenant long by copying each of its rows. */
final class LongLists {
    private final Tenant tenant;
    private final RowCopies copies;

    LongLists(Tenant tenant, RowCopies copies) {
        this.tenant = tenant;
        this.copies = copies;
    }

    private UUID id(String name) {
        return UUID.fromString(tenant.ids.get(name));
    }

    void gather() {
        network();
        desk();
        badges();
        space();
    }

    private void network() {
        copies.of(
                "trust_signer", id("signer"), "id", RowCopies.id("signer"), "did", "t.did || n", "name", "t.name || n");
        copies.of(
                "organisation",
                tenant.organisation.value(),
                "id",
                RowCopies.id("organisation"),
                "siret",
                "lpad((10000000000000 + n)::text, 14, '1')",
                "legal_name",
                "t.legal_name || n");
        copies.of(
                "network_membership",
                "organisation_id",
                tenant.organisation.value(),
                "id",
                RowCopies.id("network_membership"),
                "organisation_id",
                RowCopies.id("organisation"));
    }

    private void desk() {
        copies.of("account", tenant.counsellor.value(), "id", RowCopies.id("account"), "login", "t.login || n");
        copies.of(
                "membership",
                "account_id",
                tenant.counsellor.value(),
                "id",
                RowCopies.id("membership"),
                "account_id",
                RowCopies.id("account"));
        copies.of(
                "invitation",
                id("invitation"),
                "id",
                RowCopies.id("invitation"),
                "token_hash",
                RowCopies.hash("invitation"));
        copies.of("worker", id("worker"), "id", RowCopies.id("worker"), "subject_id", RowCopies.id("subject"));
        copies.of("pathway", id("pathway"), "id", RowCopies.id("pathway"));
        copies.of("people_group", id("group"), "id", RowCopies.id("group"), "name", "t.name || n");
        copies.of("group_member", "group_id", id("group"), "worker_id", RowCopies.id("worker"));
        // more phones than a holder may have
        copies.of(
                "passkey",
                id("phone"),
                "id",
                RowCopies.id("phone"),
                "credential_id",
                RowCopies.hash("credential"),
                "name",
                "t.name || n");
        copies.of("achievement", id("achievement"), "id", RowCopies.id("achievement"));
        copies.of(
                "achievement_version",
                id("version"),
                "id",
                RowCopies.id("version"),
                "achievement_id",
                RowCopies.id("achievement"));
    }

    /** Each belongs to another worker and another badge, so that no read serves two rows. */
    private void badges() {
        copies.of(
                "offer",
                id("offer"),
                "id",
                RowCopies.id("offer"),
                "worker_id",
                RowCopies.id("worker"),
                "achievement_version_id",
                RowCopies.id("version"),
                "code_lookup",
                RowCopies.hash("offer"));
        copies.of("award_run", id("run"), "id", RowCopies.id("run"));
        copies.of("award_run_person", "run_id", id("run"), "worker_id", RowCopies.id("worker"));
        copies.of("earlier_siret", id("siret"), "id", RowCopies.id("siret"));
        copies.of("network_message", id("message"), "id", RowCopies.id("message"));
        copies.of("badge_request", id("request"), "id", RowCopies.id("request"), "worker_id", RowCopies.id("worker"));
        copies.of("badge_event", id("event"), "id", RowCopies.id("event"), "code_lookup", RowCopies.hash("event"));
        copies.of("client_code", id("client"), "id", RowCopies.id("client"), "code_lookup", RowCopies.hash("client"));
        copies.of("event_entry", "event_id", id("event"), "id", RowCopies.id("entry"));
        copies.of("ceremony", id("ceremony"), "id", RowCopies.id("ceremony"));
        copies.of("ceremony_offer", "ceremony_id", id("ceremony"), "offer_id", RowCopies.id("offer"));
        copies.of(
                "observation",
                id("observation"),
                "id",
                RowCopies.id("observation"),
                "worker_id",
                RowCopies.id("worker"));
        copies.of(
                "people_import",
                id("import"),
                "id",
                RowCopies.id("import"),
                "content_digest",
                RowCopies.hash("import"));
        copies.of("people_import_row", "import_id", id("import"), "line", "2 + n", "worker_id", RowCopies.id("worker"));
        copies.of(
                "award",
                id("award"),
                "id",
                RowCopies.id("award"),
                "offer_id",
                RowCopies.id("offer"),
                "worker_id",
                RowCopies.id("worker"),
                "achievement_version_id",
                RowCopies.id("version"));
        copies.of(
                "credential",
                id("credential"),
                "id",
                RowCopies.id("credential"),
                "award_id",
                RowCopies.id("award"),
                "worker_id",
                RowCopies.id("worker"),
                "status_index",
                "t.status_index + n");
    }

    /** The code of each link is sealed for that link. */
    private void space() {
        copies.of(
                "access_reopening",
                id("reopening"),
                "id",
                RowCopies.id("reopening"),
                "code_lookup",
                RowCopies.hash("reopening"));
        copies.of(
                "share_link",
                id("link"),
                "id",
                RowCopies.id("link"),
                "code_lookup",
                RowCopies.hash("share"),
                "created_at",
                "t.created_at + n * interval '1 second'");
        copies.of(
                "share_link",
                id("portfolio"),
                "id",
                RowCopies.id("portfolio"),
                "code_lookup",
                RowCopies.hash("portfolio"));
        copies.of("share_link_badge", "share_link_id", id("portfolio"), "share_link_id", RowCopies.id("portfolio"));
        copies.each(
                "share_link",
                "link",
                (handle, link) -> handle.execute(
                        "UPDATE share_link SET code_sealed = ? WHERE id = ?", tenant.sealedShareCode(link), link));
        copies.of(
                "imported_badge",
                id("imported"),
                "id",
                RowCopies.id("imported"),
                "identity",
                RowCopies.hash("imported"));
        copies.each(
                "imported_badge",
                "imported",
                (handle, badge) -> handle.execute(
                        "UPDATE imported_badge SET facts = ? WHERE id = ?", tenant.sealedFacts(badge), badge));
    }
}
