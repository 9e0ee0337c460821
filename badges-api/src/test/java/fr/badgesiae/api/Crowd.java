package fr.badgesiae.api;

import java.util.UUID;

/** Makes the lists of a tenant long by copying each of its rows. */
final class Crowd {
    private final Tenant tenant;
    private final Copies copies;

    Crowd(Tenant tenant, Copies copies) {
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
        copies.of("trust_signer", id("signer"), "id", Copies.id("signer"), "did", "t.did || n", "name", "t.name || n");
        copies.of(
                "organisation",
                tenant.organisation.value(),
                "id",
                Copies.id("organisation"),
                "siret",
                "lpad((10000000000000 + n)::text, 14, '1')",
                "legal_name",
                "t.legal_name || n");
        copies.of(
                "network_membership",
                "organisation_id",
                tenant.organisation.value(),
                "id",
                Copies.id("network_membership"),
                "organisation_id",
                Copies.id("organisation"));
    }

    private void desk() {
        copies.of("account", tenant.counsellor.value(), "id", Copies.id("account"), "login", "t.login || n");
        copies.of(
                "membership",
                "account_id",
                tenant.counsellor.value(),
                "id",
                Copies.id("membership"),
                "account_id",
                Copies.id("account"));
        copies.of(
                "invitation", id("invitation"), "id", Copies.id("invitation"), "token_hash", Copies.hash("invitation"));
        copies.of("worker", id("worker"), "id", Copies.id("worker"), "subject_id", Copies.id("subject"));
        copies.of("pathway", id("pathway"), "id", Copies.id("pathway"));
        copies.of("achievement", id("achievement"), "id", Copies.id("achievement"));
        copies.of(
                "achievement_version",
                id("version"),
                "id",
                Copies.id("version"),
                "achievement_id",
                Copies.id("achievement"));
    }

    /** Each belongs to another worker and another badge, so that no read serves two rows. */
    private void badges() {
        copies.of(
                "offer",
                id("offer"),
                "id",
                Copies.id("offer"),
                "worker_id",
                Copies.id("worker"),
                "achievement_version_id",
                Copies.id("version"),
                "code_lookup",
                Copies.hash("offer"));
        copies.of(
                "award",
                id("award"),
                "id",
                Copies.id("award"),
                "offer_id",
                Copies.id("offer"),
                "worker_id",
                Copies.id("worker"),
                "achievement_version_id",
                Copies.id("version"));
        copies.of(
                "credential",
                id("credential"),
                "id",
                Copies.id("credential"),
                "award_id",
                Copies.id("award"),
                "worker_id",
                Copies.id("worker"),
                "status_index",
                "t.status_index + n");
    }

    /** The code of each link is sealed for that link. */
    private void space() {
        copies.of(
                "share_link",
                id("link"),
                "id",
                Copies.id("link"),
                "code_lookup",
                Copies.hash("share"),
                "created_at",
                "t.created_at + n * interval '1 second'");
        copies.each(
                "share_link",
                "link",
                (handle, link) -> handle.execute(
                        "UPDATE share_link SET code_sealed = ? WHERE id = ?", tenant.sealedShareCode(link), link));
    }
}
