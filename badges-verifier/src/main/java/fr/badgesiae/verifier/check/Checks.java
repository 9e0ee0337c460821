package fr.badgesiae.verifier.check;

import fr.badgesiae.verifier.CheckName;
import java.util.List;

/** The checks of this version, in order. */
public final class Checks {
    private Checks() {}

    /** One of each; thread-safe and to be kept. */
    public static List<Check> all() {
        Check proof = new PendingCheck(CheckName.PROOF);
        return List.of(
                new FormatCheck(),
                new PendingCheck(CheckName.CONTEXT),
                new SchemaCheck(),
                new PendingCheck(CheckName.ISSUER),
                proof,
                new RefreshCheck(),
                new ValidityPeriodCheck(),
                new StatusCheck(proof),
                new RecipientCheck(),
                new EvidenceCheck(),
                new EndorsementsCheck(),
                new TrustCheck());
    }
}
