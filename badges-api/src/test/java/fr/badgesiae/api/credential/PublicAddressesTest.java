package fr.badgesiae.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.web.WebHarness;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, issuers and lists at the addresses named in badges, requested by a browser or a verifier. */
class PublicAddressesTest {
    private static IssuingFixture issuing;
    private static WebHarness web;

    @BeforeAll
    static void open() {
        issuing = IssuingFixture.open();
        issuing.node.keys.prepare();
        List<Object> resources = new ArrayList<>(issuing.node.keys.resources());
        resources.addAll(issuing.node.issuers.resources());
        resources.addAll(issuing.node.lists.resources());
        web = new WebHarness(issuing.node.platform.settings(), issuing.node.platform.pages(), resources);
    }

    @AfterAll
    static void close() {
        issuing.close();
    }

    private static WebHarness.Answer get(String path, String accept) {
        return web.call("GET", path, Map.of("Accept", accept), new byte[0]);
    }

    private static String listPath() {
        String list = issuing.owner.withHandle(handle -> handle.createQuery("SELECT id::text FROM status_list")
                .mapTo(String.class)
                .first());
        return "/status/" + list;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/did.json", "/.well-known/jwks.json", "DID", "LIST"})
    void aDocumentIsServedAsOurOwnVerifierSeesIt(String which) {
        String path = switch (which) {
            case "DID" -> "/issuers/" + issuing.organisation + "/did.json";
            case "LIST" -> listPath();
            default -> which;
        };
        WebHarness.Answer answer = get(path, "*/*");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(issuing.published(URI.create("http://localhost:8080" + path))
                        .orElseThrow()
                        .body());
        assertThat(answer.header("Cache-Control")).contains("max-age=");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        WebHarness.Answer again =
                web.call("GET", path, Map.of("Accept", "*/*", "If-None-Match", answer.header("ETag")), new byte[0]);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void anIssuerIsAPageForPeopleAndAProfileForMachines() {
        String path = "/issuers/" + issuing.organisation;

        for (String language : List.of("fr", "en")) {
            WebHarness.Answer page = web.browse(path, language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text())
                    .contains("<span>Atelier des Deux Rives</span></h1>", "did:web:localhost%3A8080:issuers:");
            assertThat(page.text()).doesNotContain(">keys.");
        }
        WebHarness.Answer profile = get(path, "application/json");
        assertThat(profile.status()).isEqualTo(200);
        assertThat(profile.text()).contains("\"type\":[\"Profile\"]", "\"name\":\"Atelier des Deux Rives\"");
        assertThat(get(path, "application/ld+json").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/issuers/00000000-0000-0000-0000-000000000001",
                "/issuers/00000000-0000-0000-0000-000000000001/did.json",
                "/issuers/nobody",
                "/issuers/nobody/did.json",
                "/keys/nothing",
                "/status/nothing",
                "/status/00000000-0000-0000-0000-000000000001"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(get(path, "text/html").status()).isEqualTo(404);
    }
}
