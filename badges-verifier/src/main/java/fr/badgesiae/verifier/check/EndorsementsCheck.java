package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.stream.Stream;

/** Credentials about the credential, its achievement or its issuer. Not examined by this version. */
public final class EndorsementsCheck implements Check {
    @Override
    public CheckName name() {
        return CheckName.ENDORSEMENTS;
    }

    @Override
    public CheckResult run(Judgement judgement) {
        ParsedCredential credential = judgement.credential();
        JsonNode document = credential.document();
        boolean endorsed = Stream.of(
                        document, document.path("issuer"), credential.subject().path("achievement"))
                .anyMatch(node -> node.hasNonNull("endorsement") || node.hasNonNull("endorsementJwt"));
        return endorsed
                ? Check.answer(CheckName.ENDORSEMENTS, Outcome.WARNING, ReasonCode.ENDORSEMENTS_NOT_EXAMINED.with())
                : Check.answer(CheckName.ENDORSEMENTS, Outcome.NOT_APPLICABLE, ReasonCode.ENDORSEMENTS_NONE.with());
    }
}
