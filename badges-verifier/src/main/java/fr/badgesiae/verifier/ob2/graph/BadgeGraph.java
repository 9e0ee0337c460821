package fr.badgesiae.verifier.ob2.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.IssuerDocuments.Answer;
import fr.badgesiae.verifier.keys.IssuerDocuments.Found;
import fr.badgesiae.verifier.keys.IssuerDocuments.NoDocument;
import fr.badgesiae.verifier.keys.IssuerDocuments.Unreachable;
import fr.badgesiae.verifier.ob2.form.NormalForm;
import fr.badgesiae.verifier.ob2.form.Upgrade;
import fr.badgesiae.verifier.ob2.form.WebAddresses;
import fr.badgesiae.verifier.pipeline.CredentialClass;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.InputKind;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.Revoked;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An assertion, its BadgeClass and its issuer's Profile, each in normal form, embedded or fetched from its id. One for each
 * verification. An embedded object states the intent; a hosted object states what its owner publishes (ob-2.0 "Open Badges
 * in Linked Data", notes).
 */
public final class BadgeGraph {
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

    public static BadgeGraph of(VerificationContext context) {
        return context.shared(BadgeGraph.class, () -> new BadgeGraph(context));
    }

    /** The assertion as submitted. */
    public ObjectNode assertion() {
        return assertion;
    }

    /** The assertion's id, or null. */
    @Nullable
    public String id() {
        return assertion.path("id").textValue();
    }

    /** Whether the assertion is of Open Badges 1.x and was upgraded. */
    public boolean upgraded() {
        return upgraded;
    }

    /** Whether the document is an endorsement, which has a {@code claim} and an issuer instead of a BadgeClass. */
    public boolean endorsement() {
        return endorsement;
    }

    /** Whether the assertion states that it is revoked, which makes all other properties optional. */
    public boolean revoked() {
        return Revoked.isStatedBy(assertion);
    }

    /** The id of the BadgeClass, or null. */
    @Nullable
    public String badgeClassId() {
        return endorsement ? null : idOf(assertion.path("badge"));
    }

    /** The BadgeClass embedded in the assertion. */
    public Optional<ObjectNode> embeddedBadgeClass() {
        return endorsement ? Optional.empty() : object(assertion.path("badge"));
    }

    /** The BadgeClass at its own URL. */
    public Optional<ObjectNode> hostedBadgeClass() {
        return hosted(badgeClassId());
    }

    /** The authoritative BadgeClass: in a signed assertion the signed one, else the hosted one if any. */
    public Optional<ObjectNode> badgeClass() {
        return signed
                ? embeddedBadgeClass().or(this::hostedBadgeClass)
                : hostedBadgeClass().or(this::embeddedBadgeClass);
    }

    /** The issuer's id in the hosted BadgeClass, else in the embedded one, or null. */
    @Nullable
    public String issuerId() {
        if (endorsement) {
            return idOf(assertion.path("issuer"));
        }
        return hostedBadgeClass()
                .or(this::embeddedBadgeClass)
                .map(badge -> idOf(badge.path("issuer")))
                .orElse(null);
    }

    /** The Profile embedded in the BadgeClass. */
    public Optional<ObjectNode> embeddedProfile() {
        if (endorsement) {
            return object(assertion.path("issuer"));
        }
        return embeddedBadgeClass()
                .flatMap(badge -> object(badge.path("issuer")))
                .or(() -> hostedBadgeClass().flatMap(badge -> object(badge.path("issuer"))));
    }

    /** The Profile at the issuer's own URL. */
    public Optional<ObjectNode> hostedProfile() {
        return hosted(issuerId());
    }

    /** The document at a URL, in normal form; upgraded when it, or the assertion, is of Open Badges 1.x. */
    public Optional<ObjectNode> hosted(@Nullable String address) {
        return address != null && ask(address) instanceof Found found
                ? Optional.of(normal(found, address))
                : Optional.empty();
    }

    /** The body of a 410 response at a URL, when it has the same id. */
    public Optional<ObjectNode> goneBody(@Nullable String address) {
        return address != null && ask(address) instanceof NoDocument none
                ? none.goneBody()
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

    /** The document at a URL; anything but a web address has none. */
    public Answer ask(@Nullable String address) {
        return WebAddresses.web(address).map(documents::get).orElseGet(() -> new NoDocument("NOT_AN_ADDRESS"));
    }

    /** The reason why there is no document, or an empty text. */
    public String missing(@Nullable String address) {
        Answer answer = ask(address);
        if (answer instanceof Unreachable unreachable) {
            return unreachable.failure().name();
        }
        return answer instanceof NoDocument none ? none.why() : "";
    }

    /** The final URL and digest of a document. */
    public static Finding fetched(String key, Found found) {
        String value = found.finalUri() + " " + found.length() + " bytes sha256 " + found.sha256();
        return new Finding(key, found.stale() ? value + " stale" : value, "ob-2.0");
    }

    /** The id of a node that is an id or has one, or null. */
    public static @Nullable String idOf(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.path("id").textValue();
    }

    public static Optional<ObjectNode> object(JsonNode node) {
        return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }
}
