package fr.badgesiae.verifier.pipeline;

import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.List;

/** What a credential is expected to be where it was found; the classes of Open Badges 3.0 that are judged. */
public enum CredentialClass {
    /** What somebody brings: an AchievementCredential, also called OpenBadgeCredential (B.1.1). */
    BADGE("AchievementCredential", "OpenBadgeCredential"),
    /** What a badge carries under {@code endorsement} and {@code endorsementJwt}: an EndorsementCredential (B.1.7). */
    ENDORSEMENT("EndorsementCredential");

    @SuppressWarnings("ImmutableEnumChecker") // a List.of; the checker sees only the interface
    private final List<String> types;

    CredentialClass(String... types) {
        this.types = List.of(types);
    }

    /** Whether a credential says that it is of this class. */
    public boolean isNamedBy(ParsedCredential credential) {
        return credential.types().stream().anyMatch(types::contains);
    }

    /** The URL of the published strict form; of VC 1.1 the form that allows either version. */
    public String schema(boolean version1) {
        return switch (this) {
            case BADGE -> version1 ? Catalogue.ANY_ACHIEVEMENT_CREDENTIAL : Catalogue.ACHIEVEMENT_CREDENTIAL;
            case ENDORSEMENT -> version1 ? Catalogue.ANY_ENDORSEMENT_CREDENTIAL : Catalogue.ENDORSEMENT_CREDENTIAL;
        };
    }
}
