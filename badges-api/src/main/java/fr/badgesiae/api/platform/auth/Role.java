package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.auth.Rights.Right;
import java.util.Set;

/** The role of a member in their organisation: a preset of rights, unless theirs are set by hand. */
public enum Role {
    /** Administers a network; has none of the rights in an organisation. */
    NETWORK_ADMIN,
    /** Management. */
    ORG_ADMIN(Right.values()),
    /** Guidance counsellor (CIP). */
    COUNSELLOR(Right.PROPOSE, Right.AWARD, Right.PRINT, Right.REVOKE, Right.PUBLISH, Right.REVEAL),
    /** Technical supervisor. */
    EVALUATOR(Right.PROPOSE),
    /** Places people with clients (chargé·e de mise à disposition). */
    PLACEMENT_OFFICER(Right.PROPOSE, Right.AWARD, Right.PRINT);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable; its type does not say so
    private final Set<Right> preset;

    Role(Right... preset) {
        this.preset = Set.of(preset);
    }

    /** The rights of a member whose rights are not set by hand. */
    public Set<Right> preset() {
        return preset;
    }
}
