package fr.badgesiae.verifier.pipeline;

import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.List;

/** The expected class of a credential, from where it was found (Open Badges 3.0). */
public enum CredentialClass {
    /** A submitted credential: AchievementCredential, also called OpenBadgeCredential (ob-3.0 B.1.1). */
    BADGE("AchievementCredential", "OpenBadgeCredential"),
    /** A member of {@code endorsement} or {@code endorsementJwt}: EndorsementCredential (ob-3.0 B.1.7). */
    ENDORSEMENT("EndorsementCredential");

    @SuppressWarnings("ImmutableEnumChecker") // a List.of; the checker sees only the interface
    private final List<String> types;

    CredentialClass(String... types) {
        this.types = List.of(types);
    }

    /** Whether the credential declares this class in its types. */
    public boolean isNamedBy(ParsedCredential credential) {
        return credential.types().stream().anyMatch(types::contains);
    }

    /** The URL of the published strict schema; for VC 1.1 the schema that allows either version. */
    public String schema(boolean version1) {
        return switch (this) {
            case BADGE -> version1 ? Catalogue.ANY_ACHIEVEMENT_CREDENTIAL : Catalogue.ACHIEVEMENT_CREDENTIAL;
            case ENDORSEMENT -> version1 ? Catalogue.ANY_ENDORSEMENT_CREDENTIAL : Catalogue.ENDORSEMENT_CREDENTIAL;
        };
    }
}
