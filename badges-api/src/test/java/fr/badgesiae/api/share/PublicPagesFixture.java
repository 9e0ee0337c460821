package fr.badgesiae.api.share;

import fr.badgesiae.api.achievement.AchievementModule;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.IssuingFixture;
import fr.badgesiae.api.credential.IssuingNode;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.batch.IssueCredentials;
import fr.badgesiae.api.document.DocumentModule;
import fr.badgesiae.api.edition.EditionModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.paper.PaperModule;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.verification.VerificationModule;
import fr.badgesiae.api.verification.VerificationViews;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.TrustRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The public pages on a real database: badges issued by one organisation, their share links and pages. */
public final class PublicPagesFixture implements AutoCloseable {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();

    public final IssuingFixture issuing = IssuingFixture.open();
    private final Platform platform = issuing.node.platform;
    public final ShareModule share;
    public final VerificationModule verification;
    public final WebHarness web;

    private PublicPagesFixture(boolean listsReachable, TrustRegistry imported, Fetcher network) {
        List<DocumentSource> documents = listsReachable
                ? List.of(
                        issuing.node.keys.documents(), issuing.node.issuers.documents(), issuing.node.lists.documents())
                : List.of(issuing.node.keys.documents(), issuing.node.issuers.documents());
        VerificationViews views = new VerificationViews(
                new Organisations(platform.database()),
                imported,
                issuing.node.credentials.credentials(),
                issuing.node.credentials.showCredential());
        List<DocumentSource> published =
                Stream.concat(documents.stream(), Stream.of(this::shared)).toList();
        verification = new VerificationModule(platform, views, VERIFIER, published, network);
        List<Object> resources = new ArrayList<>(verification.resources());
        share = share(issuing.node, verification);
        resources.addAll(share.resources());
        AchievementModule achievement = new AchievementModule(platform, new Organisations(platform.database()));
        resources.addAll(new PaperModule(platform, new People(), achievement.images(), share, verification.verify())
                .resources());
        web = new WebHarness(platform.settings(), platform.pages(), resources);
    }

    private Optional<PublishedDocument> shared(URI address) {
        return share.documents().published(address);
    }

    private static ShareModule share(IssuingNode node, VerificationModule verification) {
        Organisations organisations = new Organisations(node.platform.database());
        AchievementModule achievement = new AchievementModule(node.platform, organisations);
        return new ShareModule(
                node.platform,
                verification.verify(),
                new EditionModule(
                                node.platform,
                                organisations,
                                achievement.achievements(),
                                new People(),
                                node.credentials,
                                new IssueCredentials(node.platform, node.credentials),
                                node.lists)
                        .sign(),
                new DocumentModule(achievement.images()));
    }

    public static PublicPagesFixture open() {
        return new PublicPagesFixture(true, TrustRegistry.empty(), Fetcher.offline());
    }

    /** With imported lists of other networks. */
    public static PublicPagesFixture importing(TrustRegistry imported) {
        return new PublicPagesFixture(true, imported, Fetcher.offline());
    }

    /** With documents of others at their addresses; anything else is not found. */
    public static PublicPagesFixture reaching(Map<String, byte[]> documents) {
        Fetcher network = (uri, limits) -> Optional.ofNullable(documents.get(uri.toString()))
                .<FetchResult>map(body -> new FetchResult.Fetched(uri, "application/json", body, false, false))
                .orElseGet(() -> new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "no such document"));
        return new PublicPagesFixture(true, TrustRegistry.empty(), network);
    }

    public static PublicPagesFixture withoutStatusLists() {
        return new PublicPagesFixture(false, TrustRegistry.empty(), Fetcher.offline());
    }

    /** The same pages on another node. */
    WebHarness pagesOn(IssuingNode other) {
        List<DocumentSource> published =
                List.of(other.keys.documents(), other.issuers.documents(), other.lists.documents(), this::shared);
        VerificationModule verification = new VerificationModule(
                other.platform,
                new VerificationViews(
                        new Organisations(other.platform.database()),
                        TrustRegistry.empty(),
                        other.credentials.credentials(),
                        other.credentials.showCredential()),
                VERIFIER,
                published,
                Fetcher.offline());
        return new WebHarness(
                platform.settings(),
                platform.pages(),
                share(other, verification).resources());
    }

    /** A link to a badge, open for 90 days from now. */
    public Code share(IssuedCredential badge) {
        return share(badge, issuing.now().plus(Duration.ofDays(90)), null);
    }

    public Code share(IssuedCredential badge, Instant ends, Instant switchedOff) {
        Code code = platform.ids().code();
        issuing.owner.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO share_link (id, organisation_id, holder_id, credential_id, code_lookup, code_sealed,
                            label, created_at, ends_at, switched_off_at)
                        VALUES (:id, :organisation, :holder, :credential, :lookup, :lookup, 'CV', :created, :ends, :off)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("organisation", issuing.organisation.value())
                .bind("holder", issuing.holder.value())
                .bind("credential", badge.id().value())
                .bind("lookup", platform.vault().lookup("share_link.code", code.value()))
                .bind("created", at(ends.minus(Duration.ofDays(90))))
                .bind("ends", at(ends))
                .bind("off", switchedOff == null ? null : at(switchedOff))
                .execute());
        return code;
    }

    /** A link to several badges in this order, with the holder's own words or null. */
    public Code portfolio(String message, IssuedCredential... badges) {
        Code code = platform.ids().code();
        UUID link = UUID.randomUUID();
        issuing.owner.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO share_link (id, organisation_id, holder_id, code_lookup, code_sealed, label, message,
                                created_at, ends_at)
                            VALUES (:id, :organisation, :holder, :lookup, :lookup, 'CV', :message, :now, :ends)
                            """)
                    .bind("id", link)
                    .bind("organisation", issuing.organisation.value())
                    .bind("holder", issuing.holder.value())
                    .bind("lookup", platform.vault().lookup("share_link.code", code.value()))
                    .bind("message", message)
                    .bind("now", at(issuing.now()))
                    .bind("ends", at(issuing.now().plus(Duration.ofDays(90))))
                    .execute();
            for (int i = 0; i < badges.length; i++) {
                handle.execute(
                        "INSERT INTO share_link_badge (share_link_id, place, organisation_id, holder_id, credential_id,"
                                + " created_at) VALUES (?, ?, ?, ?, ?, now())",
                        link,
                        i + 1,
                        issuing.organisation.value(),
                        issuing.holder.value(),
                        badges[i].id().value());
            }
        });
        return code;
    }

    public void revoke(CredentialId credential, PublicReason reason) {
        platform.database()
                .inOrganisation(
                        issuing.organisation,
                        handle -> issuing.node
                                .credentials
                                .revoke()
                                .revoke(handle, issuing.organisation, credential, reason, "", Actor.SYSTEM));
    }

    /** A network vets the organisation. */
    public void vet() {
        UUID network = UUID.randomUUID();
        issuing.owner.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO organisation (id, kind, legal_name, public_name, created_at, updated_at)"
                            + " VALUES (?, 'NETWORK', 'Réseau Exemple', 'Réseau Exemple', now(), now())",
                    network);
            handle.execute(
                    "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                            + " VALUES (gen_random_uuid(), ?, ?, now(), '2026-09-01')",
                    network,
                    issuing.organisation.value());
        });
    }

    /** The network that vets the organisation pauses it. */
    public void pause() {
        vet();
        issuing.owner.useHandle(handle ->
                handle.execute("UPDATE network_membership SET state = 'SUSPENDED', suspended_on = '2026-10-05',"
                        + " suspended_reason = 'Une raison'"));
    }

    public long views(Code code) {
        share.countViews().apply();
        return issuing.owner.withHandle(handle -> handle.createQuery("SELECT views FROM share_link WHERE id = :id")
                .bind("id", link(code))
                .mapTo(Long.class)
                .one());
    }

    private UUID link(Code code) {
        return issuing.owner.withHandle(
                handle -> handle.createQuery("SELECT id FROM share_link WHERE code_lookup = :lookup")
                        .bind("lookup", share.links().lookup(code))
                        .mapTo(UUID.class)
                        .one());
    }

    /** The two words shown in the holder's space for this link. */
    public String words(Code code) {
        return share.words().now(link(code));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    @Override
    public void close() {
        issuing.close();
    }
}
