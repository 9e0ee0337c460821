package fr.badgesiae.verifier.ob2;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.keys.CryptographicKeys;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.ob2.hosted.HostedProof;
import fr.badgesiae.verifier.ob2.signed.SignedProof;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CompactJws;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.List;
import java.util.Optional;

/**
 * PROOF of Open Badges 2.0: the assertion is served at its URL, or signed by a key of the issuer (ob-2.0
 * VerificationObject).
 */
public final class AssertionProof implements Check {
    private final CryptographicKeys keys;

    public AssertionProof(PublicKeys keys) {
        this.keys = new CryptographicKeys(keys);
    }

    @Override
    public CheckName name() {
        return CheckName.PROOF;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        BadgeGraph graph = BadgeGraph.of(context);
        Optional<CompactJws> jws = context.credential().jws();
        if (jws.isPresent()) {
            return new SignedProof(keys, graph, context.policy().at()).verify(jws.get());
        }
        List<String> types =
                ParsedCredential.strings(graph.assertion().path("verification").path("type"));
        if (graph.revoked() || types.contains("HostedBadge")) {
            return new HostedProof(graph).verify();
        }
        return types.contains("SignedBadge")
                ? Check.answer(name(), Outcome.FAILED, ReasonCode.PROOF_MISSING.with())
                : Check.answer(
                        name(),
                        Outcome.INCONCLUSIVE,
                        ReasonCode.PROOF_VERIFICATION_TYPE_UNKNOWN.with(String.join(" ", types)));
    }
}
