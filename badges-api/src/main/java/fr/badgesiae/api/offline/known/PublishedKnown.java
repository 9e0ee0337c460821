package fr.badgesiae.api.offline.known;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.keys.PublishedKey;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.organisation.VettedOrganisation;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.documents.Copies;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.api.statuslist.StatusLists;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The issuers of this platform's networks with their keys, and the status lists that codes point at: one document for every
 * reader, so that asking for it says nothing about the badge that is read.
 */
public final class PublishedKnown {
    static final int MAX_AGE = 60;

    /** Reading takes all issuers and lists; how old the copy is stands beside it. */
    private static final Duration KEPT = Duration.ofSeconds(3);

    private static final Duration MEANWHILE = Duration.ofSeconds(10);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ISSUERS = 10_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final String ONLY = "known";

    private final Platform platform;
    private final Organisations organisations;
    private final SigningKeys keys;
    private final StatusLists lists;
    private final Copies<String, Known> copies;

    public PublishedKnown(Platform platform, Organisations organisations, SigningKeys keys, StatusLists lists) {
        this.platform = platform;
        this.organisations = organisations;
        this.keys = keys;
        this.lists = lists;
        this.copies = new Copies<>(
                platform.clock(),
                KEPT,
                MEANWHILE,
                MOST_BYTES,
                known -> known.document().body().length);
    }

    /**
     * What is known at an instant.
     *
     * @param issuers by address
     * @param document without the instant: while nothing changes, its tag stays
     */
    public record Known(Instant at, Map<String, KnownIssuer> issuers, PublishedDocument document) {}

    /** The newest: seconds old while the database answers, of any age while it does not. */
    public Known apply() {
        return copies.get(ONLY, () -> Optional.of(platform.database().inPublic(this::read)))
                .orElseThrow();
    }

    private Known read(Handle handle) {
        // before what it dates: a badge that is revoked meanwhile is no surprise
        Instant at = platform.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        Map<UUID, List<PublishedKey>> owned = keys.ofOrganisations(handle).stream()
                .collect(Collectors.groupingBy(key -> key.organisation().value()));
        List<KnownIssuer> issuers = organisations.vetted(handle, "", null, MOST_ISSUERS).stream()
                .map(member -> new KnownIssuer(
                        platform.settings().url("/issuers/" + member.id()),
                        member,
                        owned.getOrDefault(member.id(), List.of())))
                .toList();
        String text = text(issuers, lists.offlineTokens(handle));
        Map<String, KnownIssuer> byAddress = issuers.stream()
                .collect(Collectors.toMap(KnownIssuer::address, Function.identity(), (one, same) -> one));
        return new Known(at, byAddress, PublishedDocument.of("application/json", text, MAX_AGE));
    }

    private static String text(List<KnownIssuer> issuers, List<String> tokens) {
        ObjectNode known = JSON.objectNode();
        ArrayNode members = known.putArray("issuers");
        issuers.forEach(issuer -> members.add(issuer(issuer)));
        ArrayNode listed = known.putArray("lists");
        tokens.forEach(listed::add);
        return known.toString();
    }

    private static ObjectNode issuer(KnownIssuer issuer) {
        VettedOrganisation member = issuer.organisation();
        ObjectNode node = JSON.objectNode()
                .put("iss", issuer.address())
                .put("name", member.publicName())
                .put("network", member.network())
                .put("vetted", member.vettedOn().toString());
        if (member.suspendedSince() != null) {
            node.put("suspended", member.suspendedSince().toString());
        }
        ArrayNode listed = node.putArray("keys");
        issuer.keys().forEach(key -> listed.add(key(key)));
        return node;
    }

    private static ObjectNode key(PublishedKey key) {
        ObjectNode node = JSON.objectNode()
                .put("kid", key.kid())
                .put("x", key.x())
                .put("y", key.y())
                .put("state", key.state().name())
                .put("from", key.from().toString());
        @Nullable Instant until = key.until();
        return until == null ? node : node.put("until", until.toString());
    }
}
