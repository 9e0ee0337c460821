package fr.badgesiae.api.verification;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.House;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.holder.HolderModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.TrustRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Where a stranger meets a badge: a real house that issues, its share links, and the pages behind them. */
final class Street implements AutoCloseable {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();

    final House house = House.open();
    private final Platform platform = house.node.platform;
    private final HolderModule holder = new HolderModule(
            platform,
            new Organisations(platform.database()),
            house.node.credentials.credentials(),
            new Sessions(platform.database(), platform.settings(), platform.vault(), platform.ids(), platform.clock()));
    final WebHarness web;

    private Street(boolean listsReachable, TrustRegistry imported) {
        List<DocumentSource> documents = listsReachable
                ? List.of(house.node.keys.documents(), house.node.lists.documents())
                : List.of(house.node.keys.documents());
        VerificationViews views = new VerificationViews(
                new Organisations(platform.database()),
                imported,
                house.node.credentials.credentials(),
                holder.shares(),
                holder.words());
        web = new WebHarness(
                platform.settings(),
                platform.pages(),
                new VerificationModule(platform, views, VERIFIER, documents, Fetcher.offline()).resources());
    }

    static Street open() {
        return new Street(true, TrustRegistry.empty());
    }

    /** Where lists of others are imported too. */
    static Street importing(TrustRegistry imported) {
        return new Street(true, imported);
    }

    static Street withoutStatusLists() {
        return new Street(false, TrustRegistry.empty());
    }

    /** A link to a badge, open for 90 days from now. */
    Code share(IssuedCredential badge) {
        return share(badge, house.now().plus(Duration.ofDays(90)), null);
    }

    Code share(IssuedCredential badge, Instant ends, Instant switchedOff) {
        Code code = platform.ids().code();
        house.owner.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO share_link (id, organisation_id, holder_id, credential_id, code_lookup, code_sealed,
                            label, created_at, ends_at, switched_off_at)
                        VALUES (:id, :organisation, :holder, :credential, :lookup, :lookup, 'CV', :created, :ends, :off)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("organisation", house.organisation.value())
                .bind("holder", house.holder.value())
                .bind("credential", badge.id().value())
                .bind("lookup", platform.vault().lookup("share_link.code", code.value()))
                .bind("created", at(ends.minus(Duration.ofDays(90))))
                .bind("ends", at(ends))
                .bind("off", switchedOff == null ? null : at(switchedOff))
                .execute());
        return code;
    }

    void revoke(CredentialId credential, PublicReason reason) {
        platform.database()
                .inOrganisation(
                        house.organisation,
                        handle -> house.node
                                .credentials
                                .revoke()
                                .revoke(handle, house.organisation, credential, reason, "", Actor.SYSTEM));
    }

    /** A network begins to answer for the house. */
    void vet() {
        UUID network = UUID.randomUUID();
        house.owner.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO organisation (id, kind, legal_name, public_name, created_at, updated_at)"
                            + " VALUES (?, 'NETWORK', 'Réseau Exemple', 'Réseau Exemple', now(), now())",
                    network);
            handle.execute(
                    "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                            + " VALUES (gen_random_uuid(), ?, ?, now(), '2026-09-01')",
                    network,
                    house.organisation.value());
        });
    }

    long views(Code code) {
        holder.shares().countViews();
        return house.owner.withHandle(handle -> handle.createQuery("SELECT views FROM share_link WHERE id = :id")
                .bind("id", link(code))
                .mapTo(Long.class)
                .one());
    }

    private UUID link(Code code) {
        return house.owner.withHandle(
                handle -> handle.createQuery("SELECT id FROM share_link WHERE code_lookup = :lookup")
                        .bind("lookup", holder.shares().lookup(code))
                        .mapTo(UUID.class)
                        .one());
    }

    /** The two words that the holder's space shows for this link. */
    String words(Code code) {
        return holder.words().now(link(code));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    @Override
    public void close() {
        house.close();
    }
}
