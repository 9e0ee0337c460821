package fr.badgesiae.verifier.ob2.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.read.AssertionDetector;
import fr.badgesiae.verifier.read.Revoked;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A submitted hosted assertion against its address. What was submitted only names the address; what is published there is
 * judged, unless it is of another badge or for another person.
 *
 * @param state what the address answers
 * @param published the document that the address leads to, if there is an assertion
 * @param judged the published assertion in normal form; present exactly when it replaces the submitted copy
 * @param raw the same as published, for the report
 * @param reduced whether the published assertion says no more than that it was revoked
 * @param differences of the copy
 * @param contradiction the property by which the copy is another badge, or null
 */
public record HostedCopy(
        State state,
        Optional<Published> published,
        Optional<ObjectNode> judged,
        Optional<ObjectNode> raw,
        boolean reduced,
        List<Difference> differences,
        @Nullable String contradiction) {

    /** What the address of an assertion answers. */
    public enum State {
        /** Not asked: the assertion is signed, or names no address. */
        NOT_ASKED,
        /** No document. */
        UNREACHABLE,
        /** A document that is no assertion. */
        NOT_A_BADGE,
        /** 410: the assertion was revoked (ob-2.0 "Revoking Hosted Assertions"). */
        GONE,
        /** An assertion that may be judged. */
        PUBLISHED,
        /** An assertion of another badge or for another person. */
        CONTRADICTS,
        /** An assertion that declares an address elsewhere on the host, which does not confirm it. */
        UNCONFIRMED,
        /** An assertion that declares an id of another host, or one that is no address. */
        OTHER_ID
    }

    private static final String GONE = "GONE";

    static HostedCopy notAsked() {
        return without(State.NOT_ASKED, Optional.empty());
    }

    private static HostedCopy without(State state, Optional<Published> published) {
        return new HostedCopy(state, published, Optional.empty(), Optional.empty(), false, List.of(), null);
    }

    /**
     * Asks the address of an assertion.
     *
     * @param copy as submitted, in normal form
     * @param version1 whether the copy is of 1.x
     * @param whole whether the copy states all that it was issued with
     */
    static HostedCopy ask(ObjectNode copy, boolean version1, boolean whole, PublishedDocuments documents) {
        String id = copy.path("id").textValue();
        if (WebAddresses.web(id).isEmpty()) {
            return notAsked();
        }
        if (documents.missing(id).equals(GONE)) {
            return gone(copy, documents.goneBody(String.valueOf(id)), documents);
        }
        Optional<Published> published = documents.at(id);
        State state = published.map(HostedCopy::state).orElse(State.UNREACHABLE);
        if (published.isEmpty() || state != State.PUBLISHED) {
            return without(state, published);
        }
        boolean oneVersion =
                version1 == AssertionDetector.isVersion1(published.get().raw());
        return compared(copy, published.get(), whole, new CopyComparison(documents, oneVersion));
    }

    private static State state(Published published) {
        if (!AssertionDetector.isPublishedAssertion(published.raw())) {
            return State.NOT_A_BADGE;
        }
        return switch (published.standing()) {
            case ITSELF, OTHER_SPELLING, MOVED -> State.PUBLISHED;
            case UNCONFIRMED -> State.UNCONFIRMED;
            case OTHER_ID -> State.OTHER_ID;
        };
    }

    private static HostedCopy compared(ObjectNode copy, Published published, boolean whole, CopyComparison comparison) {
        ObjectNode document = published.document();
        Optional<String> contradiction = comparison.contradiction(copy, document);
        if (contradiction.isPresent()) {
            return new HostedCopy(
                    State.CONTRADICTS,
                    Optional.of(published),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    List.of(),
                    contradiction.get());
        }
        boolean reduced = isReduced(document);
        return new HostedCopy(
                State.PUBLISHED,
                Optional.of(published),
                Optional.of(reduced ? naming(document, copy) : document),
                Optional.of(published.raw()),
                reduced,
                reduced ? List.of() : comparison.differences(copy, document, whole),
                null);
    }

    /** The assertion that a 410 response stands for: its body, or nothing but the id. */
    private static HostedCopy gone(ObjectNode copy, Optional<ObjectNode> body, PublishedDocuments documents) {
        ObjectNode raw = body.map(ObjectNode::deepCopy).orElseGet(() -> withoutContent(copy));
        raw.put("id", copy.path("id").textValue()).put("revoked", true);
        ObjectNode document = documents.normal(raw, copy.path("id").asText());
        boolean reduced = isReduced(document);
        return new HostedCopy(
                State.GONE,
                Optional.empty(),
                Optional.of(reduced ? naming(document, copy) : document),
                Optional.of(raw),
                reduced,
                List.of(),
                null);
    }

    private static ObjectNode withoutContent(ObjectNode copy) {
        ObjectNode empty = copy.objectNode();
        if (copy.has("@context")) {
            empty.set("@context", copy.path("@context"));
        }
        return empty;
    }

    private static boolean isReduced(ObjectNode document) {
        return Revoked.isStatedBy(document) && !document.has("badge") && !document.has("issuer");
    }

    /** The revocation with the badge or issuer that the copy names, whose scope the address must be in. */
    private static ObjectNode naming(ObjectNode document, ObjectNode copy) {
        ObjectNode named = document.deepCopy();
        for (String link : List.of("badge", "issuer")) {
            JsonNode value = copy.path(link);
            if (BadgeGraph.idOf(value) != null) {
                named.put(link, BadgeGraph.idOf(value));
            }
        }
        return named;
    }

    /** Whether the submitted copy is the published assertion, as far as it goes. */
    public boolean isSame() {
        return differences.isEmpty();
    }

    /** The differing fields with their published values, in one text. */
    public String publishedValues() {
        return Difference.published(differences);
    }

    /** The differing fields with the values of the copy, in one text. */
    public String submittedValues() {
        return Difference.submitted(differences);
    }

    /** The values of the first differing fields, those of the copy marked as not confirmed. */
    public List<Finding> findings() {
        return differences.stream().limit(20).flatMap(Difference::findings).toList();
    }
}
