package fr.badgesiae.verifier.ob2.signed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.keys.CryptographicKeys;
import fr.badgesiae.verifier.keys.VerificationKey;
import fr.badgesiae.verifier.ob2.form.VerificationScope;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.ob2.graph.Published;
import fr.badgesiae.verifier.read.AssertionDetector;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer's published Profile lists. Keys that only the badge names are not the issuer's (ob-2.0
 * SignedBadge).
 */
public final class IssuerKeys {
    /** More than any issuer uses; each may cost a fetch. */
    public static final int MAX_KEYS = 4;

    private final BadgeGraph graph;
    private final CryptographicKeys reader;
    private final String issuer;
    private final List<Finding> findings;

    public IssuerKeys(BadgeGraph graph, CryptographicKeys reader, String issuer, List<Finding> findings) {
        this.graph = graph;
        this.reader = reader;
        this.issuer = issuer;
        this.findings = findings;
    }

    /** The usability of a listed key. */
    public enum State {
        READ,
        UNREACHABLE,
        /** Missing, or of an unsupported type or size. */
        UNUSABLE,
        /** The key states another owner. */
        OWNER_DIFFERS
    }

    /**
     * @param id the key's id, or null for an embedded key without one
     * @param key present exactly when READ
     * @param owned whether the key's own document names this issuer as its owner
     * @param revoked the instant of revocation as written, or null
     */
    public record Listed(
            @Nullable String id,
            State state,
            Optional<VerificationKey> key,
            boolean owned,
            @Nullable String revoked) {
        private static Listed unread(@Nullable String id, State why) {
            return new Listed(id, why, Optional.empty(), false, null);
        }
    }

    /** The ids in the Profile, without fetching the keys. */
    public static List<JsonNode> entries(ObjectNode profile) {
        return ParsedCredential.each(profile.path("publicKey"));
    }

    /** The key with this id, or all keys when the id is null. */
    public List<Listed> listed(ObjectNode profile, @Nullable String creator) {
        List<Listed> listed = new ArrayList<>();
        for (JsonNode entry : entries(profile)) {
            String id = BadgeGraph.idOf(entry);
            if (listed.size() < MAX_KEYS && (creator == null || WebAddresses.sameResource(creator, id))) {
                listed.add(read(entry, id));
            }
        }
        return listed;
    }

    /**
     * The key of a 1.x issuer, whose document lists none: at the address that the assertion names, on the issuer's own site
     * (Open Badges 1.1, "Verification of Signed Badges"). Several issuers may share that site, and version 1.x is only what the
     * assertion says of itself. So the issuer's document must be of 1.x too and declare no scope that leaves the key out, and the
     * BadgeClass must be published on the site as it is signed: in 1.x {@code badge} is a URL.
     *
     * @return empty for any other key
     */
    Optional<Listed> onSite(@Nullable String address) {
        return address != null
                        && graph.upgraded()
                        && graph.published(issuer).filter(IssuerKeys::isOf1).isPresent()
                        && WebAddresses.sameOrigin(address, issuer)
                        && graph.hostedProfile()
                                .filter(profile ->
                                        VerificationScope.of(profile, issuer).holds(address))
                                .isPresent()
                        && publishesBadgeClass()
                ? Optional.of(read(TextNode.valueOf(address), address))
                : Optional.empty();
    }

    /** Whether an issuer's document is of 1.x: no other context, and not the type that came with 2.0. */
    private static boolean isOf1(Published issuer) {
        return AssertionDetector.isContextOf1(issuer.raw())
                && !ParsedCredential.strings(issuer.document().path("type")).contains("Profile");
    }

    private boolean publishesBadgeClass() {
        return graph.hostedBadgeClass().isPresent()
                && WebAddresses.sameOrigin(graph.badgeClassId(), issuer)
                && graph.embeddedDiffers().isEmpty();
    }

    private Listed read(JsonNode entry, @Nullable String id) {
        if (entry.isObject() && entry.size() > 1) {
            return read((ObjectNode) entry, id, true);
        }
        Optional<Published> published = graph.published(id);
        if (id == null || published.isEmpty()) {
            findings.add(new Finding("proof.keyMissing", id + " " + graph.missing(id), "ob-2.0 CryptographicKey"));
            return Listed.unread(id, State.UNREACHABLE);
        }
        findings.add(published.get().finding("proof.key"));
        return read(within(published.get().document(), id), id, false);
    }

    /** The key itself, when the URL serves a document with several, such as the Profile. */
    private static ObjectNode within(ObjectNode document, String id) {
        if (WebAddresses.sameResource(id, document.path("id").textValue()) || !document.has("publicKey")) {
            return document;
        }
        return entries(document).stream()
                .filter(entry -> entry.isObject() && WebAddresses.sameResource(id, BadgeGraph.idOf(entry)))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElse(document);
    }

    private Listed read(ObjectNode document, @Nullable String id, boolean embedded) {
        String owner = BadgeGraph.idOf(document.path("owner"));
        if (owner != null && !graph.same(owner, issuer)) {
            return Listed.unread(id, State.OWNER_DIFFERS);
        }
        Optional<VerificationKey> key = reader.read(document);
        return new Listed(
                id,
                key.isPresent() ? State.READ : State.UNUSABLE,
                key,
                embedded || owner != null,
                document.path("revoked").textValue());
    }
}
