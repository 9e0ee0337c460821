package fr.badgesiae.verifier.check;

import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.proof.Crypto;
import fr.badgesiae.verifier.proof.PublicKeys;
import java.util.List;

/** The checks of this version, in order. */
public final class Checks {
    private Checks() {}

    /** One of each; thread-safe and to be kept. */
    public static List<Check> all() {
        JsonLd jsonLd = new JsonLd(new BundledContexts());
        Crypto crypto = Crypto.best();
        PublicKeys keys = new PublicKeys(crypto);
        Check proof = new ProofCheck(jsonLd, crypto, keys);
        return List.of(
                new FormatCheck(),
                new ContextCheck(jsonLd),
                new SchemaCheck(),
                new IssuerCheck(keys),
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
