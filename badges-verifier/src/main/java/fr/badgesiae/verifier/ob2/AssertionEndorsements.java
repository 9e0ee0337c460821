package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.check.Check;
import fr.badgesiae.verifier.check.Judgement;
import java.util.Optional;
import java.util.stream.Stream;

/** ENDORSEMENTS of Open Badges 2.0, of the assertion, its BadgeClass or its issuer. Not examined by this version. */
public final class AssertionEndorsements implements Check {
    @Override
    public CheckName name() {
        return CheckName.ENDORSEMENTS;
    }

    @Override
    public CheckResult run(Judgement judgement) {
        BadgeGraph graph = BadgeGraph.of(judgement);
        boolean endorsed = Stream.of(Optional.of(graph.assertion()), graph.badgeClass(), graph.hostedProfile())
                .flatMap(Optional<ObjectNode>::stream)
                .anyMatch(node -> node.has("endorsement"));
        return endorsed
                ? Check.answer(name(), Outcome.WARNING, ReasonCode.ENDORSEMENTS_NOT_FOLLOWED.with())
                : Check.answer(name(), Outcome.NOT_APPLICABLE, ReasonCode.ENDORSEMENTS_NONE.with());
    }
}
