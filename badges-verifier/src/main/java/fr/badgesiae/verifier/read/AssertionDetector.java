package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Detects assertions of Open Badges 2.0 and 1.x. Lenient: a defective assertion fails in the check of its defect. */
final class AssertionDetector {
    private static final Pattern CONTEXT = Pattern.compile(
            "https?://(w3id\\.org/openbadges/v[12]|(www\\.)?openbadgespec\\.org/v[12]/context\\.json|purl\\.imsglobal\\.org/ob/v2p[01])[#/]?");
    private static final Pattern CONTEXT_1 = Pattern.compile(".*/v1(/context\\.json)?[#/]?");
    /** Open Badges documents other than badges. */
    private static final Set<String> OTHERS =
            Set.of("BadgeClass", "Profile", "Issuer", "CryptographicKey", "RevocationList");

    private AssertionDetector() {}

    /** Whether the document is an assertion, or an endorsement, which has the same form. */
    static boolean isAssertion(ObjectNode document) {
        List<String> types = types(document);
        if (types.stream().anyMatch(type -> type.equals("Assertion") || type.equals("Endorsement"))) {
            return true;
        }
        boolean badge = document.has("badge") && (document.has("recipient") || document.has("verify"));
        boolean context =
                contexts(document).stream().anyMatch(url -> CONTEXT.matcher(url).matches());
        return badge || (context && types.stream().noneMatch(OTHERS::contains) && !document.has("criteria"));
    }

    /** Whether an assertion is of version 1.0 or 1.1: it has no context, or that of 1.1. */
    static boolean isVersion1(ObjectNode assertion) {
        List<String> contexts = contexts(assertion);
        return contexts.isEmpty()
                ? !assertion.has("@context")
                        && !assertion.has("verification")
                        && types(assertion).isEmpty()
                : contexts.stream().allMatch(url -> CONTEXT_1.matcher(url).matches());
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
