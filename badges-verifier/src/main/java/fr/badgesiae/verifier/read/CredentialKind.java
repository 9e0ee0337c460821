package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.VerificationReport.Kind;
import java.util.List;
import java.util.Set;

/** The kind of a credential, from its declared types. */
public final class CredentialKind {
    private static final Set<String> BADGES = Set.of("OpenBadgeCredential", "AchievementCredential");

    private CredentialKind() {}

    public static Kind of(ParsedCredential credential) {
        return credential.isOb2() ? ofAssertion(credential) : ofCredential(credential.types());
    }

    private static Kind ofCredential(List<String> types) {
        if (types.stream().anyMatch(BADGES::contains)) {
            return Kind.BADGE;
        }
        return types.contains("EndorsementCredential")
                ? Kind.ENDORSEMENT
                : types.contains("ClrCredential") ? Kind.RECORD : Kind.OTHER;
    }

    /** An assertion of version 1 declares no type. */
    private static Kind ofAssertion(ParsedCredential credential) {
        List<String> types = AssertionDetector.types(credential.document());
        return types.isEmpty() || types.contains("Assertion")
                ? Kind.BADGE
                : types.contains("Endorsement") ? Kind.ENDORSEMENT : Kind.OTHER;
    }
}
