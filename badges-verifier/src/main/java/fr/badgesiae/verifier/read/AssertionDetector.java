package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Detects assertions of Open Badges 2.0 and 1.x. Lenient: a defective assertion fails in the check of its defect. */
public final class AssertionDetector {
    private static final String VERSION_1 =
            "(w3id\\.org/openbadges/v1|(www\\.)?openbadgespec\\.org/v1(/context(\\.json)?)?"
                    + "|standard\\.openbadges\\.org/1\\.1(/context(\\.json)?)?)";
    private static final String VERSION_2 =
            "(w3id\\.org/openbadges/v2|(www\\.)?openbadgespec\\.org/v2/context\\.json|purl\\.imsglobal\\.org/ob/v2p[01])";
    private static final Pattern CONTEXT_1 = Pattern.compile("https?://" + VERSION_1 + "[#/]?");
    private static final Pattern CONTEXT_2 = Pattern.compile("https?://" + VERSION_2 + "[#/]?");
    private static final Pattern WEB = Pattern.compile("https?://.+", Pattern.CASE_INSENSITIVE);
    /** Open Badges documents other than badges. */
    private static final Set<String> OTHERS =
            Set.of("BadgeClass", "Profile", "Issuer", "CryptographicKey", "RevocationList");

    private AssertionDetector() {}

    /** Whether the document is an assertion, or an endorsement, which has the same form. */
    public static boolean isAssertion(ObjectNode document) {
        return isReference(document) || statesContent(document);
    }

    /** The same without references: what a signature covers, and what an address serves, is the assertion itself. */
    static boolean statesContent(ObjectNode document) {
        List<String> types = types(document);
        if (types.stream().anyMatch(type -> type.equals("Assertion") || type.equals("Endorsement"))) {
            return true;
        }
        boolean badge = document.has("badge") && (document.has("recipient") || document.has("verify"));
        boolean context = contexts(document).stream()
                .anyMatch(url -> isContext1(url) || CONTEXT_2.matcher(url).matches());
        return badge || (context && types.stream().noneMatch(OTHERS::contains) && !document.has("criteria"));
    }

    /**
     * Whether the document is a copy of a hosted 1.x assertion that lacks its badge or its recipient. Images were baked with no
     * more than {@code verify}, which says where the assertion is (Open Badges 1.0, VerificationObject).
     */
    public static boolean isReference(ObjectNode document) {
        JsonNode verify = document.path("verify");
        boolean signed = verify.path("type").asText("hosted").equals("signed");
        boolean whole = document.has("badge") && document.has("recipient");
        return !whole
                && !signed
                && isContextOf1(document)
                && types(document).stream().allMatch(type -> type.equals("Assertion"))
                && WEB.matcher(verify.path("url").asText("")).matches();
    }

    /** Whether an assertion is of version 1.0 or 1.1: it has no context, or that of 1.1. */
    public static boolean isVersion1(ObjectNode assertion) {
        boolean untyped = !assertion.has("verification") && types(assertion).isEmpty();
        return isContextOf1(assertion) && (assertion.has("@context") || untyped || isReference(assertion));
    }

    /** Whether a document has no context, or that of 1.1 only. */
    public static boolean isContextOf1(ObjectNode document) {
        List<String> contexts = contexts(document);
        return contexts.isEmpty()
                ? !document.has("@context")
                : contexts.stream().allMatch(AssertionDetector::isContext1);
    }

    /** Whether a context is that of version 1.1, at one of the addresses where it was published. */
    public static boolean isContext1(String url) {
        return CONTEXT_1.matcher(url).matches();
    }

    /** Whether an address that serves this document publishes an assertion, or states that it revoked one. */
    public static boolean isPublishedAssertion(ObjectNode document) {
        return statesContent(document) || Revoked.isStatedBy(document);
    }

    private static List<String> contexts(ObjectNode document) {
        return ParsedCredential.strings(document.path("@context"));
    }

    /** Types without the prefix or IRI of the Open Badges vocabulary. */
    static List<String> types(ObjectNode document) {
        List<String> types = new ArrayList<>(ParsedCredential.strings(document.path("type")));
        types.addAll(ParsedCredential.strings(document.path("@type")));
        return types.stream()
                .map(type -> type.startsWith("obi:") ? type.substring(4) : type.substring(type.indexOf('#') + 1))
                .toList();
    }
}
