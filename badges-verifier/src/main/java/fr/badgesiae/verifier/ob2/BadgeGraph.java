package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.IssuerDocuments.Answer;
import fr.badgesiae.verifier.keys.IssuerDocuments.Found;
import fr.badgesiae.verifier.keys.IssuerDocuments.NoDocument;
import fr.badgesiae.verifier.keys.IssuerDocuments.Unreachable;
import fr.badgesiae.verifier.pipeline.CredentialClass;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.InputKind;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.Optional;

/**
 * An assertion, its BadgeClass and its issuer's Profile, each in normal form, embedded or fetched from its id; one for each
 * judgement. What is embedded says what was meant; what an address serves says what its owner stands for (ob-2.0
 * "Open Badges in Linked Data", notes).
 */
final class BadgeGraph {
    private final IssuerDocuments documents;
    private final ObjectNode assertion;
    private final boolean upgraded;
    private final boolean signed;
    private final boolean endorsement;

    private BadgeGraph(VerificationContext context) {
        this.documents = new IssuerDocuments(context.fetcher());
        InputKind kind = context.credential().kind();
        ObjectNode normal = NormalForm.of(context.credential().document());
        this.upgraded = kind == InputKind.OB1_JSON || kind == InputKind.OB1_JWS;
        this.assertion = upgraded ? Upgrade.assertion(normal, context.reading().source()) : normal;
        this.signed = context.credential().jws().isPresent();
        this.endorsement = context.expected() == CredentialClass.ENDORSEMENT;
    }

    static BadgeGraph of(VerificationContext context) {
        return context.shared(BadgeGraph.class, () -> new BadgeGraph(context));
    }

    /** The assertion as shown. */
    ObjectNode assertion() {
        return assertion;
    }

    /** The assertion's id, or null. */
    String id() {
        return assertion.path("id").textValue();
    }

    /** Whether it is of Open Badges 1.x and was read by the upgrade rules. */
    boolean upgraded() {
        return upgraded;
    }

    /** Whether it is to be an endorsement, which has a {@code claim} and an issuer of its own instead of a BadgeClass. */
    boolean endorsement() {
        return endorsement;
    }

    /** Whether it says of itself that it is revoked, which lets it leave out everything else. */
    boolean revoked() {
        return assertion.path("revoked").asBoolean(false);
    }

    /** The id of the BadgeClass, or null. */
    String badgeClassId() {
        return endorsement ? null : idOf(assertion.path("badge"));
    }

    /** The BadgeClass inside the assertion. */
    Optional<ObjectNode> embeddedBadgeClass() {
        return endorsement ? Optional.empty() : object(assertion.path("badge"));
    }

    /** The BadgeClass at its own address. */
    Optional<ObjectNode> hostedBadgeClass() {
        return hosted(badgeClassId());
    }

    /** The BadgeClass that counts: in a signed assertion the one that was signed, else the hosted one where there is one. */
    Optional<ObjectNode> badgeClass() {
        return signed
                ? embeddedBadgeClass().or(this::hostedBadgeClass)
                : hostedBadgeClass().or(this::embeddedBadgeClass);
    }

    /** The issuer as the BadgeClass at its address names it, else as the embedded one does; or null. */
    String issuerId() {
        if (endorsement) {
            return idOf(assertion.path("issuer"));
        }
        return hostedBadgeClass()
                .or(this::embeddedBadgeClass)
                .map(badge -> idOf(badge.path("issuer")))
                .orElse(null);
    }

    /** The Profile inside the BadgeClass. */
    Optional<ObjectNode> embeddedProfile() {
        if (endorsement) {
            return object(assertion.path("issuer"));
        }
        return embeddedBadgeClass()
                .flatMap(badge -> object(badge.path("issuer")))
                .or(() -> hostedBadgeClass().flatMap(badge -> object(badge.path("issuer"))));
    }

    /** The Profile at the issuer's own address. */
    Optional<ObjectNode> hostedProfile() {
        return hosted(issuerId());
    }

    /** A document at an address, in normal form; upgraded when it, or the assertion, is of Open Badges 1.x. */
    Optional<ObjectNode> hosted(String address) {
        return ask(address) instanceof Found found ? Optional.of(normal(found, address)) : Optional.empty();
    }

    /** What an address says of the document that is gone from it, when that is of the same id. */
    Optional<ObjectNode> farewell(String address) {
        return ask(address) instanceof NoDocument none
                ? none.farewell()
                        .map(NormalForm::of)
                        .filter(said -> address.equals(said.path("id").asText(address)))
                : Optional.empty();
    }

    private ObjectNode normal(Found found, String address) {
        ObjectNode normal = NormalForm.of(found.json());
        boolean older = ParsedCredential.strings(found.json().path("@context")).stream()
                .anyMatch(url -> url.contains("openbadges/v1"));
        return upgraded || older ? Upgrade.document(normal, address) : normal;
    }

    /** What came of asking for an address; one that is none of the web is no document. */
    Answer ask(String address) {
        return WebAddresses.web(address).map(documents::get).orElseGet(() -> new NoDocument("NOT_AN_ADDRESS"));
    }

    /** Why there is no document, or an empty text. */
    String missing(String address) {
        Answer answer = ask(address);
        if (answer instanceof Unreachable unreachable) {
            return unreachable.failure().name();
        }
        return answer instanceof NoDocument none ? none.why() : "";
    }

    /** Where a document was found and what its bytes were. */
    static Finding fetched(String key, Found found) {
        String value = found.finalUri() + " " + found.length() + " bytes sha256 " + found.sha256();
        return new Finding(key, found.stale() ? value + " stale" : value, "ob-2.0");
    }

    /** The id of a node that is an id or has one, or null. */
    static String idOf(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.path("id").textValue();
    }

    static Optional<ObjectNode> object(JsonNode node) {
        return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }
}
