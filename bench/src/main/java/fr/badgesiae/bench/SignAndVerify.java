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
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.CanonicalForm;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.Quad;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.Signer;
import fr.badgesiae.verifier.keys.VerificationKey;
import fr.badgesiae.verifier.proof.DataIntegritySigner;
import fr.badgesiae.verifier.proof.JwsSigner;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Library calls, each beside its raw signature by the same provider. Measured with one badge repeated, and with
 * {@value #BADGES} different badges in turn.
 */
@State(Scope.Thread)
public class SignAndVerify {
    private static final int BADGES = 2_000;
    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    private final Crypto crypto = Crypto.best();
    private final JsonLd jsonLd = new JsonLd(new BundledContexts());
    private final DataIntegritySigner embeddedSigner = new DataIntegritySigner(jsonLd);
    private final JwsSigner jwsSigner = new JwsSigner();
    private final BadgeVerifier verifier = new BadgeVerifier();
    private final VerificationPolicy policy = VerificationPolicy.at(AT, Fetcher.offline());
    private final byte[] hashes = new byte[64];

    private Signer ed25519;
    private Signer es256;
    private VerificationKey ed25519Key;
    private VerificationKey es256Key;
    private byte[] ed25519Signature;
    private byte[] es256Signature;
    private String ed25519Method;
    private String es256Method;
    private ObjectNode unsignedEmbedded;
    private ObjectNode payload;
    private Submission embedded;
    private Submission jwt;
    private final Submission[] others = new Submission[BADGES];
    private final Submission[] otherTokens = new Submission[BADGES];
    private int next;
    private byte[] signingInput;
    private byte[] tokenSignature;
    private Expansion.Safe expanded;

    @Setup
    public void prepare() throws Exception {
        PublicKeys keys = new PublicKeys(crypto);
        KeyPair ed = crypto.generate(KeyType.ED25519, new SecureRandom());
        KeyPair ec = crypto.generate(KeyType.P256, new SecureRandom());
        ed25519 = crypto.signer(AllowedAlgorithms.ED25519, ed.getPrivate());
        es256 = crypto.signer(AllowedAlgorithms.ES256, ec.getPrivate());
        ed25519Key = keys.of(ed.getPublic());
        es256Key = keys.of(ec.getPublic());
        ed25519Signature = ed25519.sign(hashes);
        es256Signature = es256.sign(hashes);
        String edDid = keys.toMultikey(ed25519Key);
        String ecDid = keys.toMultikey(es256Key);
        ed25519Method = "did:key:" + edDid + "#" + edDid;
        es256Method = "did:key:" + ecDid + "#" + ecDid;
        unsignedEmbedded = Badge.unsigned("did:key:" + edDid);
        ObjectNode unsignedJwt = Badge.unsigned("did:key:" + ecDid);
        payload = JwsSigner.claimsOf(unsignedJwt);
        embedded = Submission.of(signEmbedded().toString());
        String token = signJwt();
        jwt = Submission.of(token);
        signingInput = token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
        tokenSignature = Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
        for (int i = 0; i < BADGES; i++) {
            ObjectNode other = Badge.numbered(unsignedEmbedded, i);
            others[i] = Submission.of(
                    embeddedSigner.sign(other, ed25519Method, AT, ed25519).toString());
            ObjectNode claims = JwsSigner.claimsOf(Badge.numbered(unsignedJwt, i));
            otherTokens[i] = Submission.of(jwsSigner.sign(claims, "ES256", es256Method, es256));
        }
        expanded = (Expansion.Safe) jsonLd.expand(unsignedEmbedded);
        requireValid(verifyEmbedded());
        requireValid(verifyJwt());
        requireValid(verifyOtherEmbedded());
        requireValid(verifyOtherJwt());
    }

    private static void requireValid(VerificationReport report) {
        if (report.verdict() != Verdict.VALID) {
            throw new IllegalStateException("the badge to measure is not valid: " + report.checks());
        }
    }

    @Benchmark
    public byte[] rawEd25519Sign() {
        return ed25519.sign(hashes);
    }

    @Benchmark
    public boolean rawEd25519Verify() {
        return crypto.verify(AllowedAlgorithms.ED25519, ed25519Key, hashes, ed25519Signature);
    }

    @Benchmark
    public byte[] rawEs256Sign() {
        return es256.sign(hashes);
    }

    @Benchmark
    public boolean rawEs256Verify() {
        return crypto.verify(AllowedAlgorithms.ES256, es256Key, hashes, es256Signature);
    }

    /** The floor of any verifier: hash and verify the bytes of the token. */
    @Benchmark
    public boolean rawEs256VerifyOfTheToken() {
        return crypto.verify(AllowedAlgorithms.ES256, es256Key, signingInput, tokenSignature);
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
        return jsonLd.expand(unsignedEmbedded);
    }

    @Benchmark
    public CanonicalForm canonicalizeExpanded() {
        return jsonLd.canonicalize(expanded, HashAlgorithm.SHA_256);
    }

    @Benchmark
    public ObjectNode signEmbedded() {
        return embeddedSigner.sign(unsignedEmbedded, ed25519Method, AT, ed25519);
    }

    @Benchmark
    public String signJwt() {
        return jwsSigner.sign(payload, "ES256", es256Method, es256);
    }

    @Benchmark
    public VerificationReport verifyEmbedded() {
        return verifier.verify(embedded, policy);
    }

    @Benchmark
    public VerificationReport verifyJwt() {
        return verifier.verify(jwt, policy);
    }

    @Benchmark
    public VerificationReport verifyOtherEmbedded() {
        return verifier.verify(others[next = (next + 1) % BADGES], policy);
    }

    @Benchmark
    public VerificationReport verifyOtherJwt() {
        return verifier.verify(otherTokens[next = (next + 1) % BADGES], policy);
    }
}
