package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.keys.CryptographicKeys;
import fr.badgesiae.verifier.keys.IssuerDocuments.Found;
import fr.badgesiae.verifier.keys.VerificationKey;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys that an issuer's published Profile lists; keys that only the badge speaks of are not the issuer's (ob-2.0 SignedBadge). */
public final class IssuerKeys {
    /** No issuer has more in use; each may cost a fetch. */
    static final int MAX_KEYS = 4;

    private final BadgeGraph graph;
    private final CryptographicKeys reader;
    private final String issuer;
    private final List<Finding> findings;

    IssuerKeys(BadgeGraph graph, CryptographicKeys reader, String issuer, List<Finding> findings) {
        this.graph = graph;
        this.reader = reader;
        this.issuer = issuer;
        this.findings = findings;
    }

    /** How a listed key can be used. */
    enum State {
        READ,
        UNREACHABLE,
        /** No key, or of a kind or size that is not accepted. */
        UNUSABLE,
        /** It says that it belongs to somebody else. */
        OWNER_DIFFERS
    }

    /**
     * @param key present exactly when READ
     * @param owned whether the key's own document says that it is this issuer's
     * @param revoked when it was taken out of use, as written, or null
     */
    record Listed(String id, State state, Optional<VerificationKey> key, boolean owned, String revoked) {}

    /** What the Profile lists, ids only: whether it lists a key costs no fetch. */
    static List<JsonNode> entries(ObjectNode profile) {
        return ParsedCredential.each(profile.path("publicKey"));
    }

    /** The keys with this id, or all where the id is null. */
    List<Listed> listed(ObjectNode profile, String creator) {
        List<Listed> listed = new ArrayList<>();
        for (JsonNode entry : entries(profile)) {
            String id = BadgeGraph.idOf(entry);
            if (listed.size() < MAX_KEYS && (creator == null || creator.equals(id))) {
                listed.add(read(entry, id));
            }
        }
        return listed;
    }

    private Listed read(JsonNode entry, String id) {
        if (entry.isObject() && entry.size() > 1) {
            return judged((ObjectNode) entry, id, true);
        }
        if (!(graph.ask(id) instanceof Found found)) {
            findings.add(new Finding("proof.keyMissing", id + " " + graph.missing(id), "ob-2.0 CryptographicKey"));
            return new Listed(id, State.UNREACHABLE, Optional.empty(), false, null);
        }
        findings.add(BadgeGraph.fetched("proof.key", found));
        return judged(within(graph.hosted(id).orElseThrow(), id), id, false);
    }

    /** The key itself, where the address serves a document that holds several, the Profile for one. */
    private static ObjectNode within(ObjectNode document, String id) {
        if (id.equals(document.path("id").textValue()) || !document.has("publicKey")) {
            return document;
        }
        return entries(document).stream()
                .filter(entry -> entry.isObject() && id.equals(BadgeGraph.idOf(entry)))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElse(document);
    }

    private Listed judged(ObjectNode document, String id, boolean embedded) {
        String owner = BadgeGraph.idOf(document.path("owner"));
        if (owner != null && !owner.equals(issuer)) {
            return new Listed(id, State.OWNER_DIFFERS, Optional.empty(), false, null);
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
