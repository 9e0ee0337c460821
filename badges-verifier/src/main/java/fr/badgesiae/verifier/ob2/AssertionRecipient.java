package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.recipient.Identity;
import fr.badgesiae.verifier.recipient.RecipientComparison;
import java.util.List;

/**
 * RECIPIENT of Open Badges 2.0: the IdentityObject, plain or hashed with its salt, against the expected recipient (ob-2.0
 * IdentityObject, IdentityHash).
 */
public final class AssertionRecipient implements Check {
    @Override
    public CheckName name() {
        return CheckName.RECIPIENT;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        JsonNode recipient = BadgeGraph.of(context).assertion().path("recipient");
        return RecipientComparison.run(
                context,
                known -> recipient.path("type").asText("").equals(known.isEmail() ? "email" : known.kind())
                        ? List.of(new Identity(
                                recipient.path("identity").asText(""),
                                recipient.path("hashed").asBoolean(false),
                                recipient.path("salt").asText("")))
                        : List.of());
    }
}
