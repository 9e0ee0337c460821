package fr.badgesiae.verifier.ob2.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.ob2.form.NormalForm;
import fr.badgesiae.verifier.ob2.form.Upgrade;
import fr.badgesiae.verifier.pipeline.CredentialClass;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.AssertionDetector;
import fr.badgesiae.verifier.read.InputKind;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.Revoked;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The judged assertion, its BadgeClass and its issuer's Profile, each in normal form, embedded or fetched from its id. One for
 * each verification. Of a hosted assertion the published document is judged, not the submitted copy. An embedded object states
 * the intent; a hosted object states what its owner publishes (ob-2.0 "Open Badges in Linked Data", notes).
 */
public final class BadgeGraph {
    private final PublishedDocuments documents;
    private final HostedCopy copy;
    private final ObjectNode assertion;
    private final boolean upgraded;
    private final boolean reference;
    private final boolean signed;
    private final boolean endorsement;

    private BadgeGraph(VerificationContext context) {
        ParsedCredential submitted = context.credential();
        IssuerDocuments fetched = new IssuerDocuments(context.fetcher());
        this.endorsement = context.expected() == CredentialClass.ENDORSEMENT;
        this.signed = submitted.jws().isPresent();
        boolean version1 = submitted.kind() == InputKind.OB1_JSON || submitted.kind() == InputKind.OB1_JWS;
        boolean partial = version1 && !signed && AssertionDetector.isReference(submitted.document());
        ObjectNode normal = NormalForm.of(submitted.document());
        ObjectNode given =
                version1 ? Upgrade.assertion(normal, context.reading().source()) : normal;
        PublishedDocuments asked = new PublishedDocuments(fetched, version1);
        this.copy =
                signed || !isHosted(given) ? HostedCopy.notAsked() : HostedCopy.ask(given, version1, !partial, asked);
        this.assertion = copy.judged().orElse(given);
        this.reference = partial && copy.judged().isEmpty();
        boolean replaced = copy.raw().isPresent() && !copy.reduced();
        this.upgraded = replaced ? AssertionDetector.isVersion1(copy.raw().get()) : version1;
        this.documents = upgraded == version1 ? asked : new PublishedDocuments(fetched, upgraded);
        copy.raw().ifPresent(raw -> context.judge(new ParsedCredential(kind(), raw, Optional.empty())));
    }

    private static boolean isHosted(ObjectNode assertion) {
        return Revoked.isStatedBy(assertion)
                || ParsedCredential.strings(assertion.path("verification").path("type"))
                        .contains("HostedBadge");
    }

    private InputKind kind() {
        return upgraded ? InputKind.OB1_JSON : InputKind.OB2_JSON;
    }

    /** The graph of a verification. From its first call on, the context's credential is the judged one. */
    public static BadgeGraph of(VerificationContext context) {
        return context.shared(BadgeGraph.class, () -> new BadgeGraph(context));
    }

    /** The submitted copy against its address. */
    public HostedCopy copy() {
        return copy;
    }

    /** The judged assertion. */
    public ObjectNode assertion() {
        return assertion;
    }

    /** The assertion's id, or null. */
    public @Nullable String id() {
        return assertion.path("id").textValue();
    }

    /** Whether the assertion is of Open Badges 1.x and was upgraded. */
    public boolean upgraded() {
        return upgraded;
    }

    /** Whether only a reference to an assertion is known, because its address does not serve it. */
    public boolean reference() {
        return reference;
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
    public @Nullable String badgeClassId() {
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

    /** The issuer's id as the hosted BadgeClass names it, else the embedded one, or null. */
    public @Nullable String issuerId() {
        if (endorsement) {
            return idOf(assertion.path("issuer"));
        }
        return hostedBadgeClass()
                .or(this::embeddedBadgeClass)
                .map(badge -> idOf(badge.path("issuer")))
                .orElse(null);
    }

    /** The issuer's id as its own Profile declares it, else as the BadgeClass names it, or null. */
    public @Nullable String declaredIssuerId() {
        return documents.idAt(issuerId());
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
        return documents.at(address).map(Published::document);
    }

    /** The document that a URL leads to. */
    public Optional<Published> published(@Nullable String address) {
        return documents.at(address);
    }

    /** Whether two ids name one resource, by their spelling or by what is published there. */
    public boolean same(@Nullable String one, @Nullable String other) {
        return documents.same(one, other);
    }

    /** The first property of an embedded BadgeClass that differs from the hosted one; the hosted one may have more. */
    public Optional<String> embeddedDiffers() {
        return embeddedBadgeClass()
                .flatMap(embedded -> hostedBadgeClass()
                        .flatMap(hosted -> new CopyComparison(documents, true).beyond(embedded, hosted)));
    }

    /** The reason why there is no document, or an empty text. */
    public String missing(@Nullable String address) {
        return documents.missing(address);
    }

    /** The reason why a reference could not be replaced by the assertion at its address. */
    public String missingAssertion() {
        return switch (copy.state()) {
            case NOT_A_BADGE -> "NOT_A_BADGE";
            case CONTRADICTS, OTHER_ID, UNCONFIRMED -> "ANOTHER_BADGE";
            case NOT_ASKED, UNREACHABLE, GONE, PUBLISHED -> missing(id());
        };
    }

    /** The id of a node that is an id or has one, or null. */
    public static @Nullable String idOf(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.path("id").textValue();
    }

    private static Optional<ObjectNode> object(JsonNode node) {
        return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }
}
