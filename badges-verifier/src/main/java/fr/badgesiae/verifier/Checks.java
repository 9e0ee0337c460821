package fr.badgesiae.verifier;

import fr.badgesiae.verifier.check.ContextCheck;
import fr.badgesiae.verifier.check.EndorsementsCheck;
import fr.badgesiae.verifier.check.EvidenceCheck;
import fr.badgesiae.verifier.check.FormatCheck;
import fr.badgesiae.verifier.check.IssuerCheck;
import fr.badgesiae.verifier.check.ProofCheck;
import fr.badgesiae.verifier.check.RecipientCheck;
import fr.badgesiae.verifier.check.RefreshCheck;
import fr.badgesiae.verifier.check.SchemaCheck;
import fr.badgesiae.verifier.check.StatusCheck;
import fr.badgesiae.verifier.check.TrustCheck;
import fr.badgesiae.verifier.check.ValidityPeriodCheck;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.ob2.AssertionContext;
import fr.badgesiae.verifier.ob2.AssertionEndorsements;
import fr.badgesiae.verifier.ob2.AssertionEvidence;
import fr.badgesiae.verifier.ob2.AssertionIssuer;
import fr.badgesiae.verifier.ob2.AssertionPeriod;
import fr.badgesiae.verifier.ob2.AssertionProof;
import fr.badgesiae.verifier.ob2.AssertionRecipient;
import fr.badgesiae.verifier.ob2.AssertionSchema;
import fr.badgesiae.verifier.ob2.AssertionStatus;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.proof.PresentationProof;
import java.util.List;

/** The checks of this version, in order. Wires Open Badges 3.0 and 2.0, which do not know each other. */
public final class Checks {
    private Checks() {}

    /** One instance of each check; thread-safe, to be kept. */
    public static List<Check> all() {
        JsonLd jsonLd = new JsonLd(new BundledContexts());
        Crypto crypto = Crypto.best();
        PublicKeys keys = new PublicKeys(crypto);
        ProofCheck proof = new ProofCheck(jsonLd, crypto, keys);
        return List.of(
                new FormatCheck(new PresentationProof(jsonLd, crypto, keys), keys),
                new ByVersion(new ContextCheck(jsonLd), new AssertionContext()),
                new ByVersion(new SchemaCheck(), new AssertionSchema()),
                new ByVersion(new IssuerCheck(keys), new AssertionIssuer()),
                new ByVersion(proof, new AssertionProof(keys)),
                new RefreshCheck(proof),
                new ByVersion(new ValidityPeriodCheck(), new AssertionPeriod()),
                new ByVersion(new StatusCheck(proof, proof::token), new AssertionStatus()),
                new ByVersion(new RecipientCheck(), new AssertionRecipient()),
                new ByVersion(new EvidenceCheck(), new AssertionEvidence()),
                new ByVersion(new EndorsementsCheck(), new AssertionEndorsements()),
                new TrustCheck());
    }

    /** One check in two versions, Open Badges 3.0 and 2.0. */
    private record ByVersion(Check version3, Check version2) implements Check {
        ByVersion {
            if (version3.name() != version2.name()) {
                throw new IllegalArgumentException(version3.name() + " and " + version2.name());
            }
        }

        @Override
        public CheckName name() {
            return version3.name();
        }

        @Override
        public CheckResult run(VerificationContext context) {
            return (context.credential().isOb2() ? version2 : version3).run(context);
        }
    }
}
