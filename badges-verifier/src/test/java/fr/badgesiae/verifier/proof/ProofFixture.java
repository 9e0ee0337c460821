package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.Signer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** Keys, a badge, signing and verification for tests. */
public final class ProofFixture {
    static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
    static final String BADGE = """
            {"@context":["https://www.w3.org/ns/credentials/v2",
              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id":"https://badges.example/credentials/1","type":["VerifiableCredential","OpenBadgeCredential"],
             "issuer":{"id":"%s","type":["Profile"],"name":"Atelier"},
             "validFrom":"2026-01-01T00:00:00Z","validUntil":"2030-01-01T00:00:00Z",
             "credentialSubject":{"id":"urn:uuid:4a5d7a5e-0000-4000-8000-000000000001","type":["AchievementSubject"],
               "achievement":{"id":"https://badges.example/achievements/1/1","type":["Achievement"],"name":"Accueillir",
                 "description":"Accueillir le public","criteria":{"narrative":"Trois semaines"}}}}
            """;

    public final Crypto crypto;
    public final PublicKeys keys;
    final JsonLd jsonLd = new JsonLd(new BundledContexts());
    final SecureRandom random = new SecureRandom();

    public ProofFixture(Crypto crypto) {
        this.crypto = crypto;
        this.keys = new PublicKeys(crypto);
    }

    public KeyPair pair(KeyType type) {
        return crypto.generate(type, random);
    }

    public String multikey(KeyPair pair) {
        return keys.toMultikey(keys.of(pair.getPublic()));
    }

    public ObjectNode jwk(KeyPair pair) {
        return keys.toJwk(keys.of(pair.getPublic()));
    }

    public static ObjectNode badge(String issuer) {
        return ReferenceData.parse(BADGE.formatted(issuer));
    }

    public ObjectNode embedded(String issuer, String method, KeyPair pair) {
        Signer signer = crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate());
        return new DataIntegritySigner(jsonLd).sign(badge(issuer), method, AT, signer);
    }

    public ProofResult judge(ObjectNode signed, Fetcher fetcher) {
        ObjectNode document = signed.deepCopy();
        document.remove("proof");
        DataIntegrityProof.Secured secured =
                new DataIntegrityProof.Secured(signed, () -> jsonLd.expand(document), JwtClaims.issuerOf(signed), AT);
        return new DataIntegrityProof(jsonLd).verify(secured, signatures(fetcher));
    }

    public ProofResult judge(String compact, Fetcher fetcher) {
        String[] parts = compact.split("\\.", -1);
        ObjectNode payload = object(parts[1]);
        ObjectNode credential = payload.deepCopy();
        for (String claim : new String[] {"iss", "sub", "jti", "nbf", "exp"}) {
            credential.remove(claim);
        }
        byte[] input = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        JwsProof.Secured jws = new JwsProof.Secured(
                object(parts[0]), payload, credential, JwtClaims.issuerOf(credential), input, new Base64URL(parts[2]));
        return new JwsProof().verify(jws, signatures(fetcher));
    }

    IssuerKeyVerifier signatures(Fetcher fetcher) {
        return new IssuerKeyVerifier(crypto, new KeyResolver(keys, new IssuerDocuments(fetcher), false), AT);
    }

    private static ObjectNode object(String part) {
        return ReferenceData.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
