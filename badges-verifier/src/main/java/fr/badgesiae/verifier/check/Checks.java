package fr.badgesiae.verifier.check;

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
import java.util.List;

/** The checks of this version, in order. */
public final class Checks {
    private Checks() {}

    /** One of each; thread-safe and to be kept. */
    public static List<Check> all() {
        JsonLd jsonLd = new JsonLd(new BundledContexts());
        Crypto crypto = Crypto.best();
        PublicKeys keys = new PublicKeys(crypto);
        ProofCheck proof = new ProofCheck(jsonLd, crypto, keys);
        return List.of(
                new FormatCheck(new PresentationProof(jsonLd, crypto, keys)),
                new ByVersion(new ContextCheck(jsonLd), new AssertionContext()),
                new ByVersion(new SchemaCheck(), new AssertionSchema()),
                new ByVersion(new IssuerCheck(keys), new AssertionIssuer()),
                new ByVersion(proof, new AssertionProof(crypto, keys)),
                new RefreshCheck(proof),
                new ByVersion(new ValidityPeriodCheck(), new AssertionPeriod()),
                new ByVersion(new StatusCheck(proof, proof::token), new AssertionStatus()),
                new ByVersion(new RecipientCheck(), new AssertionRecipient()),
                new ByVersion(new EvidenceCheck(), new AssertionEvidence()),
                new ByVersion(new EndorsementsCheck(), new AssertionEndorsements()),
                new TrustCheck());
    }
}
