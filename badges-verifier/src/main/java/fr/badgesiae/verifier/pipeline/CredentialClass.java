package fr.badgesiae.verifier.pipeline;

import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.VerificationReport.Kind;
import fr.badgesiae.verifier.read.CredentialKind;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.ReadResult;
import java.util.List;

/** The expected class of a credential, from where it was found (Open Badges 3.0). */
public enum CredentialClass {
    /** A submitted credential: AchievementCredential, also called OpenBadgeCredential (ob-3.0 B.1.1). */
    BADGE("AchievementCredential", "OpenBadgeCredential"),
    /** An endorsement, submitted alone or embedded: EndorsementCredential (ob-3.0 B.1.7). */
    ENDORSEMENT("EndorsementCredential"),
    /** A submitted learner record: ClrCredential (clr-2.0). */
    RECORD("ClrCredential");

    @SuppressWarnings("ImmutableEnumChecker") // a List.of; the checker sees only the interface
    private final List<String> types;

    CredentialClass(String... types) {
        this.types = List.of(types);
    }

    /** The class by which a submitted credential is judged: that of its kind, else that of a badge. */
    public static CredentialClass ofSubmitted(ReadResult reading) {
        Kind kind = reading.credential().map(CredentialKind::of).orElse(Kind.BADGE);
        return switch (kind) {
            case ENDORSEMENT -> ENDORSEMENT;
            case RECORD -> RECORD;
            case BADGE, OTHER -> BADGE;
        };
    }

    /** Whether the credential declares this class in its types. */
    public boolean isNamedBy(ParsedCredential credential) {
        return credential.types().stream().anyMatch(types::contains);
    }

    /** The URL of the published strict schema; for VC 1.1 the schema that allows either version. */
    public String schema(boolean version1) {
        return switch (this) {
            case BADGE -> version1 ? Catalogue.ANY_ACHIEVEMENT_CREDENTIAL : Catalogue.ACHIEVEMENT_CREDENTIAL;
            case RECORD -> version1 ? Catalogue.CLR_CREDENTIAL_LOOSE : Catalogue.CLR_CREDENTIAL;
            case ENDORSEMENT -> version1 ? Catalogue.ANY_ENDORSEMENT_CREDENTIAL : Catalogue.ENDORSEMENT_CREDENTIAL;
        };
    }
}
