package fr.badgesiae.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.CanonicalForm;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.proof.DataIntegritySigner;
import fr.badgesiae.verifier.status.BitstringStatusList;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** One issuer with its own key (did:key), its badges and status lists, and their verification. */
public final class SignedBadges {
    public static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
    private static final String BADGE = """
            {"@context":["https://www.w3.org/ns/credentials/v2",
              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id":"https://badges.example/credentials/1","type":["VerifiableCredential","OpenBadgeCredential"],
             "issuer":{"type":["Profile"],"name":"Atelier"},"name":"Accueillir",
             "validFrom":"2026-01-01T00:00:00Z","validUntil":"2030-01-01T00:00:00Z",
             "credentialSubject":{"id":"urn:uuid:4a5d7a5e-0000-4000-8000-000000000001","type":["AchievementSubject"],
               "achievement":{"id":"https://badges.example/achievements/1/1","type":["Achievement"],"name":"Accueillir",
                 "description":"Accueillir le public","criteria":{"narrative":"Trois semaines"}}}}
            """;
    private static final String LIST = """
            {"@context":["https://www.w3.org/ns/credentials/v2"],
             "type":["VerifiableCredential","BitstringStatusListCredential"],
             "validFrom":"2026-11-14T09:00:00Z","validUntil":"2026-11-22T09:00:00Z",
             "credentialSubject":{"type":"BitstringStatusList"}}
            """;
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();

    private final Crypto crypto = Crypto.best();
    private final JsonLd jsonLd = new JsonLd(new BundledContexts());
    private final DataIntegritySigner signer = new DataIntegritySigner(jsonLd);
    private final KeyPair pair = crypto.generate(KeyType.ED25519, new SecureRandom());
    private final String multikey;
    private final Map<String, byte[]> web = new HashMap<>();

    public SignedBadges() {
        PublicKeys keys = new PublicKeys(crypto);
        multikey = keys.toMultikey(keys.of(pair.getPublic()));
    }

    public String did() {
        return "did:key:" + multikey;
    }

    public ObjectNode badge() {
        ObjectNode badge = ReferenceData.parse(BADGE);
        ((ObjectNode) badge.get("issuer")).put("id", did());
        return badge;
    }

    /** A list with one entry set, not signed. */
    public static ObjectNode list(String url, String purpose, int set, String issuer) {
        byte[] bits = BitstringStatusList.empty(BitstringStatusList.MIN_ENTRIES);
        BitstringStatusList.set(bits, set, true);
        ObjectNode list = ReferenceData.parse(LIST).put("id", url).put("issuer", issuer);
        ((ObjectNode) list.get("credentialSubject"))
                .put("id", url + "#list")
                .put("statusPurpose", purpose)
                .put("encodedList", BitstringStatusList.encode(bits));
        return list;
    }

    public static ObjectNode entry(String url, String purpose, int index) {
        return ReferenceData.parse("{\"type\":\"BitstringStatusListEntry\"}")
                .put("id", url + "#" + index)
                .put("statusPurpose", purpose)
                .put("statusListIndex", Integer.toString(index))
                .put("statusListCredential", url);
    }

    public ObjectNode signed(ObjectNode unsigned) {
        return signer.sign(
                unsigned, did() + "#" + multikey, AT, crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate()));
    }

    /**
     * The badge signed as an issuer without safe mode signs it.
     *
     * @param canonical the canonical N-Quads of the badge
     */
    public ObjectNode signed(ObjectNode unsigned, String canonical) {
        ObjectNode signed = unsigned.deepCopy();
        ObjectNode proof = signed.putObject("proof")
                .put("type", "DataIntegrityProof")
                .put("cryptosuite", "eddsa-rdfc-2022")
                .put("created", AT.toString())
                .put("verificationMethod", did() + "#" + multikey)
                .put("proofPurpose", "assertionMethod");
        ObjectNode options = proof.deepCopy();
        options.set("@context", unsigned.get("@context"));
        var form = (CanonicalForm.Canonical)
                jsonLd.canonicalize((Expansion.Safe) jsonLd.expand(options), HashAlgorithm.SHA_256);
        byte[] hashes = Arrays.copyOf(HashAlgorithm.SHA_256.hash(form.nquads()), 64);
        System.arraycopy(HashAlgorithm.SHA_256.hash(canonical), 0, hashes, 32, 32);
        byte[] signature =
                crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate()).sign(hashes);
        proof.put("proofValue", "z" + Base58.encode(signature));
        return signed;
    }

    /** A status list token as compact JWS. */
    public String token(String type, ObjectNode claims) {
        String header = "{\"alg\":\"EdDSA\",\"typ\":\"" + type + "\",\"kid\":\"" + did() + "#" + multikey + "\"}";
        String input = base64(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(claims.toString().getBytes(StandardCharsets.UTF_8));
        byte[] signature = crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate())
                .sign(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + base64(signature);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Publishes a document. */
    public void publish(String url, JsonNode document) {
        publish(url, document.toString());
    }

    public void publish(String url, String text) {
        web.put(url, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, where every available document is an old copy. */
    public VerificationPolicy stalePolicy() {
        Fetcher fresh = policy().fetcher();
        return VerificationPolicy.at(
                AT,
                (uri, limits) -> fresh.fetch(uri, limits) instanceof FetchResult.Fetched found
                        ? new FetchResult.Fetched(uri, found.contentType(), found.body(), false, true)
                        : new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "404"));
    }

    public VerificationPolicy policy() {
        return VerificationPolicy.at(AT, (uri, limits) -> {
            byte[] body = web.get(uri.toString());
            return body == null
                    ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "404")
                    : new FetchResult.Fetched(URI.create(uri.toString()), "application/json", body, false, false);
        });
    }

    public static VerificationReport judge(JsonNode badge, VerificationPolicy policy) {
        return VERIFIER.verify(Submission.of(badge.toString()), policy);
    }
}
