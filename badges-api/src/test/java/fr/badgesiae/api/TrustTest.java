package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.http.HttpFetcher;
import fr.badgesiae.verifier.trust.TrustListReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Known issuers over HTTP: the list fetched by another platform, and the pages that pin another list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustTest {
    private static final String DID = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
    private static final Pattern KEYS = Pattern.compile("name=\"keys\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private TestServer server;
    private Tenant tenant;
    private Visitor network;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Deux-Rives", 4);
        network = new Visitor(server, "/claim", all -> all.openDesk(tenant.network, tenant.networkAdmin));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return network.call(new Route("GET", path, null, List.of()), path, Map.of());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return network.call(new Route("POST", path, null, List.of()), path, fields);
    }

    private static Map<String, String> form(String did, String address) {
        return new HashMap<>(Map.of("name", "Réseau d’ailleurs", "did", did, "address", address));
    }

    @Test
    void anotherPlatformReadsOurListWithNothingButOurAddress() throws Exception {
        server.features().contributions().prepare();
        URI address = server.origin().resolve("/trust/list.jwt");
        HttpResponse<byte[]> list =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(list.headers().firstValue("Content-Type")).hasValue("application/jose");
        String signer = "did:web:localhost%3A" + server.origin().getPort();
        try (HttpFetcher fetcher = new HttpFetcher("test", Duration.ofSeconds(5), true)) {
            TrustListReader.Answer answer = new TrustListReader()
                    .read(list.body(), new TrustListReader.Pinned(signer, Instant.now(), 0, true), fetcher);
            assertThat(answer).isInstanceOf(TrustListReader.Accepted.class);
            assertThat(((TrustListReader.Accepted) answer).list().registry("Réseau"))
                    .satisfies(registry -> assertThat(registry.find(signer + ":issuers:" + tenant.organisation))
                            .hasValueSatisfying(
                                    entry -> assertThat(entry.registeredName()).isEqualTo("Atelier Deux-Rives")));
        }
    }

    @Test
    void aSignerIsPinnedOnlyAfterItsFingerprintWasShownAndCompared() throws Exception {
        Map<String, String> fields = form(DID, "https://reseau.invalid/trust/list.jwt");
        HttpResponse<String> asked = post("/app/trust/check", fields);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .containsPattern("([0-9a-f]{4} ){15}[0-9a-f]{4}")
                .contains("Est-ce bien ce réseau");
        Matcher keys = KEYS.matcher(asked.body());
        assertThat(keys.find()).isTrue();

        assertThat(post("/app/trust", fields).body()).contains("Les clés publiées ont changé");
        fields.put("keys", keys.group(1));
        HttpResponse<String> unticked = post("/app/trust", fields);
        assertThat(unticked.statusCode()).isEqualTo(422);
        assertThat(unticked.body()).contains("e-compared");
        fields.put("compared", "on");
        HttpResponse<String> pinned = post("/app/trust", fields);
        assertThat(pinned.statusCode()).isEqualTo(303);

        String page = URI.create(pinned.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(get(page).body()).contains(DID, "Pas encore lue", "Cette adresse est refusée");
        assertThat(post("/app/trust", fields).body()).contains("a déjà ajouté ce signataire");
        assertThat(post(page + "/refresh", Map.of()).statusCode()).isEqualTo(303);
        assertThat(get(page + "/remove").statusCode()).isEqualTo(200);
        assertThat(post(page + "/remove", Map.of()).statusCode()).isEqualTo(303);
        assertThat(get(page).statusCode()).isEqualTo(404);
        assertThat(get("/app/trust").body()).doesNotContain("Réseau d’ailleurs");
    }

    @Test
    void whatCannotBePinnedIsSaidBesideItsField() throws Exception {
        String list = "https://reseau.invalid/list.jwt";
        String own = "did:web:localhost%3A" + server.origin().getPort();
        for (String did : List.of("", "reseau", "did:web:", "did:web:a/b", "did:web:a#key", "did:ion:abc", own)) {
            HttpResponse<String> answer = post("/app/trust/check", form(did, list));
            assertThat(answer.statusCode()).as(did).isEqualTo(422);
            assertThat(answer.body()).as(did).contains("e-did");
        }
        assertThat(post("/app/trust/check", form(own + ":issuers:x", list)).body())
                .contains("identifiant de cette plateforme");
        assertThat(post("/app/trust/check", form("did:web:reseau.invalid", list))
                        .body())
                .contains("Aucune clé ne se trouve sous ce DID");
        for (String address : List.of("", "list", "ftp://a.example/", "https://u@a.example/", "https://a.example/#x")) {
            HttpResponse<String> answer = post("/app/trust/check", form(DID, address));
            assertThat(answer.statusCode()).as(address).isEqualTo(422);
            assertThat(answer.body()).as(address).contains("e-address");
        }
    }
}
