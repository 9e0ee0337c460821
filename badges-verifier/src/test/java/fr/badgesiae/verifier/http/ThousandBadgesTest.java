package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.proof.DataIntegritySigner;
import fr.badgesiae.verifier.status.BitstringStatusList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An issuer on a counting web server; its DID document and status list are fetched through the whole fetcher. */
@Timeout(120)
class ThousandBadgesTest {
    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
    private static final String BADGE = """
            {"@context":["https://www.w3.org/ns/credentials/v2",
              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "type":["VerifiableCredential","OpenBadgeCredential"],
             "issuer":{"type":["Profile"],"name":"Atelier"},"name":"Accueillir",
             "validFrom":"2026-01-01T00:00:00Z",
             "credentialSubject":{"id":"urn:uuid:4a5d7a5e-0000-4000-8000-000000000001","type":["AchievementSubject"],
               "achievement":{"id":"https://badges.example/achievements/1/1","type":["Achievement"],"name":"Accueillir",
                 "description":"Accueillir le public","criteria":{"narrative":"Trois semaines"}}}}
            """;
    private static final String LIST = """
            {"@context":["https://www.w3.org/ns/credentials/v2"],
             "type":["VerifiableCredential","BitstringStatusListCredential"],
             "validFrom":"2026-11-14T09:00:00Z","validUntil":"2026-11-22T09:00:00Z",
             "credentialSubject":{"type":"BitstringStatusList","statusPurpose":"revocation"}}
            """;

    private final Crypto crypto = Crypto.best();
    private final DataIntegritySigner signer = new DataIntegritySigner(new JsonLd(new BundledContexts()));
    private final KeyPair pair = crypto.generate(KeyType.ED25519, new SecureRandom());
    private final Map<String, byte[]> site = new ConcurrentHashMap<>();
    private LoopbackServer server;
    private String did;
    private String list;

    @BeforeEach
    void publish() {
        server = new LoopbackServer((path, out) -> {
            byte[] body = site.get(path);
            out.write(LoopbackServer.ascii(
                    "HTTP/1.1 200 OK\r\nCache-Control: max-age=300\r\nContent-Length: " + body.length + "\r\n\r\n"));
            out.write(body);
        });
        did = "did:web:127.0.0.1%3A" + server.port() + ":atelier";
        list = server.at("/status/1").toString();
        PublicKeys keys = new PublicKeys(crypto);
        ObjectNode document = ReferenceData.parse("{}").put("id", did);
        document.putArray("verificationMethod")
                .addObject()
                .put("id", did + "#key-1")
                .put("type", "Multikey")
                .put("controller", did)
                .put("publicKeyMultibase", keys.toMultikey(keys.of(pair.getPublic())));
        document.putArray("assertionMethod").add(did + "#key-1");
        site.put("/atelier/did.json", bytes(document));
        ObjectNode unsigned = ReferenceData.parse(LIST).put("id", list).put("issuer", did);
        ((ObjectNode) unsigned.get("credentialSubject"))
                .put("id", list + "#list")
                .put(
                        "encodedList",
                        BitstringStatusList.encode(BitstringStatusList.empty(BitstringStatusList.MIN_ENTRIES)));
        site.put("/status/1", bytes(signed(unsigned)));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aThousandBadgesOfOneIssuerCostOneFetchOfEachOfItsDocuments() {
        BadgeVerifier verifier = new BadgeVerifier();
        try (HttpFetcher fetcher = new HttpFetcher("test", Duration.ofSeconds(30), true)) {
            CachingFetcher cache = new CachingFetcher(fetcher, Clock.fixed(AT, ZoneOffset.UTC), 1 << 20, Duration.ZERO);
            VerificationPolicy policy = VerificationPolicy.at(AT, cache).withLoopback();
            long valid = IntStream.range(0, 1000)
                    .parallel()
                    .mapToObj(number -> verifier.verify(Submission.of(badge(number)), policy))
                    .map(VerificationReport::verdict)
                    .filter(Verdict.VALID::equals)
                    .count();
            assertThat(valid).isEqualTo(1000);
        }
        assertThat(server.requests()).hasSize(2);
    }

    private byte[] badge(int number) {
        ObjectNode badge = ReferenceData.parse(BADGE).put("id", "https://badges.example/credentials/" + number);
        ((ObjectNode) badge.get("issuer")).put("id", did);
        badge.putObject("credentialStatus")
                .put("id", list + "#" + number)
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "revocation")
                .put("statusListIndex", Integer.toString(number))
                .put("statusListCredential", list);
        return bytes(signed(badge));
    }

    private ObjectNode signed(ObjectNode unsigned) {
        return signer.sign(unsigned, did + "#key-1", AT, crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate()));
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
