package fr.badgesiae.bench;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.CanonicalForm;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.Quad;
import fr.badgesiae.verifier.proof.JwsSigner;
import java.io.StringWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Library calls, each beside its raw signature by the same provider. Verification is measured with one badge repeated; the
 * figures with different badges in turn, against their floors, are those of {@code floors}.
 */
@State(Scope.Thread)
public class SignAndVerify {
    private final BadgeVerifier verifier = new BadgeVerifier();
    private final VerificationPolicy policy = VerificationPolicy.at(SignedBadges.AT, Fetcher.offline());

    private SignedBadges badges;
    private ObjectNode unsignedEmbedded;
    private ObjectNode payload;
    private Submission embedded;
    private Submission jwt;
    private SignedBadges.Token token;
    private Expansion.Safe expanded;

    @Setup
    public void prepare() throws Exception {
        badges = new SignedBadges();
        unsignedEmbedded = badges.unsignedEmbedded();
        payload = JwsSigner.claimsOf(badges.unsignedJwt());
        embedded = Submission.of(signEmbedded().toString());
        String compact = signJwt();
        jwt = Submission.of(compact);
        token = SignedBadges.Token.of(compact);
        expanded = badges.expanded(unsignedEmbedded);
        requireValid(verifyEmbedded());
        requireValid(verifyJwt());
    }

    private static void requireValid(VerificationReport report) {
        if (report.verdict() != Verdict.VALID) {
            throw new IllegalStateException("the badge to measure is not valid: " + report.checks());
        }
    }

    @Benchmark
    public byte[] rawEd25519Sign() {
        return badges.rawEd25519Sign();
    }

    @Benchmark
    public boolean rawEd25519Verify() {
        return badges.rawEd25519Verify();
    }

    @Benchmark
    public byte[] rawEs256Sign() {
        return badges.rawEs256Sign();
    }

    @Benchmark
    public boolean rawEs256Verify() {
        return badges.rawEs256Verify();
    }

    /** The floor of any verifier: hash and verify the bytes of the token. */
    @Benchmark
    public boolean rawEs256VerifyOfTheToken() {
        return badges.rawEs256Verify(token);
    }

    /** RDFC-1.0 by the library alone. The verifier uses it only for ambiguous blank nodes. */
    @Benchmark
    public String canonicalizeByTitanium() throws RdfConsumerException {
        RdfCanon canon = RdfCanon.create(HashAlgorithm.SHA_256.digest());
        for (Quad quad : expanded.quads()) {
            canon.quad(
                    quad.subject(),
                    quad.predicate(),
                    quad.object(),
                    quad.datatype(),
                    quad.language(),
                    null,
                    quad.graph());
        }
        StringWriter text = new StringWriter();
        canon.provide(new NQuadsWriter(text));
        return text.toString();
    }

    @Benchmark
    public Expansion expandBadge() {
        return badges.jsonLd().expand(unsignedEmbedded);
    }

    @Benchmark
    public CanonicalForm canonicalizeExpanded() {
        return badges.jsonLd().canonicalize(expanded, HashAlgorithm.SHA_256);
    }

    @Benchmark
    public ObjectNode signEmbedded() {
        return badges.embedded(unsignedEmbedded);
    }

    @Benchmark
    public String signJwt() {
        return badges.jwt(payload);
    }

    @Benchmark
    public VerificationReport verifyEmbedded() {
        return verifier.verify(embedded, policy);
    }

    @Benchmark
    public VerificationReport verifyJwt() {
        return verifier.verify(jwt, policy);
    }
}
