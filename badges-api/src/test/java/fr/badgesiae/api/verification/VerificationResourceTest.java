package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerificationResourceTest {
    /** The JSON API of verification, and access to addresses of slips and cards. */
    static final String[] SECRETS = {
        "http://localhost:8080/claim/ABCD-EFGH-JKMN-PQRS",
        "http://localhost:8080/me/open/ABCD-EFGH-JKMN-PQRS",
        "http://localhost:8080/join/ABCD-EFGH-JKMN-PQRS",
        "http://localhost:8080/access/ABCD-EFGH-JKMN-PQRS",
        "http://localhost:8080/wallet/ABCD-EFGH-JKMN-PQRS",
        "https://LOCALHOST//claim/ABCD-EFGH-JKMN-PQRS?lang=en"
    };

    private static PublicPagesFixture pages;
    private static IssuedCredential badge;

    @BeforeAll
    static void issue() {
        pages = PublicPagesFixture.open();
        badge = pages.issuing.issued();
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    @BeforeEach
    void aNewMinute() {
        pages.issuing.pass(Duration.ofMinutes(1));
    }

    private static Answer send(String type, String body, String language) {
        return pages.web.call(
                "POST",
                "/api/v1/verifications",
                Map.of("Content-Type", type, "Accept-Language", language),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode report(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        try {
            return new JsonMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theAddressOfASlipOrACardIsNotRepeated() throws Exception {
        for (String secret : SECRETS) {
            for (String name : new String[] {"url", "text"}) {
                Answer answer =
                        send("application/json", new JsonMapper().writeValueAsString(Map.of(name, secret)), "fr");
                assertThat(answer.status()).as(answer.text()).isEqualTo(422);
                assertThat(answer.text()).doesNotContain("ABCD-EFGH");
            }
        }
    }

    @Test
    void theAddressOfASlipBesideABadgeIsNotRepeatedEither() {
        String share = "http://localhost:8080/v/" + pages.share(badge).value();
        Answer both = send("image/svg+xml", sideBySide(share, "http://localhost:8080/privacy"), "fr");
        assertThat(report(both).path("verdict").asText()).isEqualTo("VALID");
        assertThat(both.text()).contains("http://localhost:8080/privacy");
        for (String secret : SECRETS) {
            Answer answer = send("image/svg+xml", sideBySide(share, secret), "fr");
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.text()).doesNotContain("ABCD-EFGH");
        }
    }

    /** Two QR codes in one picture. */
    private static String sideBySide(String one, String other) {
        QrCode left = QrCode.of(one);
        QrCode right = QrCode.of(other);
        int width = left.size() + right.size();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + width + "\"><path d=\""
                + left.path() + "\"/><path transform=\"translate(" + left.size() + " " + left.size() + ")\" d=\""
                + right.path() + "\"/></svg>";
    }

    @Test
    void aBadgeOfOursIsValidInEveryFormItTravelsIn() throws Exception {
        assertThat(report(send(
                                "application/json",
                                pages.issuing.signed(badge.id()).document(),
                                "fr"))
                        .path("headline")
                        .asText())
                .isEqualTo("AUTHENTIC");
        assertThat(report(send(
                                "application/vc+jwt",
                                pages.issuing.signed(badge.id()).jwt(),
                                "fr"))
                        .path("verdict")
                        .asText())
                .isEqualTo("VALID");
        String wrapped = new JsonMapper()
                .writeValueAsString(
                        Map.of("text", pages.issuing.signed(badge.id()).jwt()));
        assertThat(report(send("application/json", wrapped, "fr"))
                        .path("verdict")
                        .asText())
                .isEqualTo("VALID");
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"badge.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n"
                + pages.issuing.signed(badge.id()).document() + "\r\n--x--\r\n";
        assertThat(report(send("multipart/form-data; boundary=x", form, "fr"))
                        .path("verdict")
                        .asText())
                .isEqualTo("VALID");
    }

    @Test
    void theReportNamesEveryCheckInTheReadersLanguage() {
        JsonNode french =
                report(send("application/json", pages.issuing.signed(badge.id()).document(), "fr"));
        assertThat(french.path("checks")).hasSize(12);
        assertThat(french.findValuesAsText("summary").toString()).contains("La signature est juste");
        Answer english =
                send("application/json", pages.issuing.signed(badge.id()).document(), "en");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(report(english).findValuesAsText("summary").toString()).doesNotContain("signature est");
    }

    @Test
    void whateverIsNoBadgeIsAnAnswerAndNoError() {
        for (String rubbish : new String[] {"{", "[]", "null", "no badge at all", "{\"a\":1,\"a\":2}", "\u0000"}) {
            assertThat(report(send("application/json", rubbish, "fr"))
                            .path("verdict")
                            .asText())
                    .isNotEqualTo("VALID");
        }
        String changed = pages.issuing.signed(badge.id()).document().replace("avec soin", "avec panache");
        assertThat(report(send("application/json", changed, "fr"))
                        .path("headline")
                        .asText())
                .isEqualTo("NOT_AUTHENTIC");
    }

    @Test
    void anAddressIsFetchedThroughTheFetcherOnly() {
        JsonNode report = report(send("application/json", "{\"url\":\"http://169.254.169.254/latest\"}", "fr"));
        assertThat(report.path("verdict").asText()).isEqualTo("UNDETERMINED");
        assertThat(send("application/json", "{\"url\":\"not an address\"}", "fr")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatCannotBeTakenIsAProblem() {
        Answer type = send("video/mp4", "x", "fr");
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(send("application/json", "", "fr").status()).isEqualTo(400);
        Answer large = send("text/plain", "x".repeat(VerificationResource.MOST_BYTES + 1), "fr");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text()).contains("/problems/too-large", "/api/v1/verifications");
    }

    @Test
    void oneClientMayAskSixtyTimesAMinute() {
        for (int i = 0; i < 60; i++) {
            assertThat(send("text/plain", "x", "fr").status()).isEqualTo(200);
        }
        Answer tooMuch = send("text/plain", "x", "fr");
        assertThat(tooMuch.status()).isEqualTo(429);
        assertThat(tooMuch.header("Retry-After")).isEqualTo("30");
    }
}
