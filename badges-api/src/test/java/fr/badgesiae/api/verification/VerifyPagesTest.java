package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.schemas.samples.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyPagesTest {
    private static final byte[] NO_FILE = {};

    private static Street street;
    private static IssuedCredential badge;

    @BeforeAll
    static void issue() {
        street = Street.open();
        badge = street.house.issued();
    }

    @AfterAll
    static void close() {
        street.close();
    }

    @BeforeEach
    void aNewMinute() {
        street.house.pass(Duration.ofMinutes(1));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anUploadedBadgeOfOursIsAuthenticAndItsIssuerIsTheRegisteredOne() {
        Answer answer = Form.send(street.web, utf8(badge.documentText()), "", "fr");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("<h1 id=\"verdict-1\">Authentique</h1>")
                .contains("Que faire");
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void aPastedBadgeIsJudgedLikeAFile() {
        assertThat(Form.send(street.web, NO_FILE, badge.jwtText(), "en").text())
                .contains("<h1 id=\"verdict-1\">Authentic</h1>");
    }

    @Test
    void aChangedBadgeShowsNothingOfWhatItSays() {
        String changed = badge.documentText().replaceFirst("\"narrative\":\"", "\"narrative\":\"Presque ");
        Answer answer = Form.send(street.web, utf8(changed), "", "fr");
        assertThat(answer.text()).contains("Pas authentique").doesNotContain("<blockquote>");
    }

    @Test
    void aBadgeFromElsewhereIsSaidToNameItsIssuerItself() {
        byte[] elsewhere = Samples.named("valid-did-key.json").bytes();
        assertThat(Form.send(street.web, elsewhere, "", "fr").text())
                .contains("Personne ici ne répond de cet émetteur")
                .contains("Ce nom est celui que le badge donne lui-même");
    }

    @Test
    void aTypedCodeOrTheAddressOfAShareLeadsToItsOwnPage() {
        String code = street.share(badge).value();
        Answer typed = Form.send(street.web, NO_FILE, " " + code.toLowerCase(java.util.Locale.ROOT), "fr");
        assertThat(typed.status()).isEqualTo(303);
        assertThat(typed.header("Location")).endsWith("/v/" + code);
        Answer pasted = Form.send(street.web, NO_FILE, "http://localhost:8080/v/" + code, "fr");
        assertThat(pasted.header("Location")).endsWith("/v/" + code);
    }

    @Test
    void theAddressOfASlipOrACardIsGivenBackWithoutItsCode() {
        for (String secret : VerificationResourceTest.SECRETS) {
            Answer answer = Form.send(street.web, NO_FILE, secret, "fr");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text())
                    .contains("C’est un billet, une carte ou un lien personnel")
                    .doesNotContain("ABCD-EFGH");
        }
    }

    @Test
    void nothingBroughtIsSaidNextToTheField() {
        Answer answer = Form.send(street.web, NO_FILE, "  ", "fr");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("id=\"e-file\"").contains("Choisissez un fichier");
    }

    @Test
    void aBrokenAddressIsSaidNextToTheFieldAndKeptInIt() {
        Answer answer = Form.send(street.web, NO_FILE, "https://[badge", "fr");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("id=\"e-text\"").contains(">https://[badge</textarea>");
    }

    @Test
    void whatCannotBeReadIsAnAnswerAndNotAnError() {
        Answer answer = Form.send(street.web, new byte[] {1, 2, 3}, "", "fr");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Pas un badge lisible").contains("<code>format.");
    }

    @Test
    void aFormThatIsTooLargeIsRefusedWhateverLengthItAnnounces() {
        Answer answer = Form.send(street.web, new byte[20 << 20], "", "fr");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void theReportForMachinesIsInThePageWithTheTimeOfJudgement() throws IOException {
        String page =
                Form.send(street.web, utf8(badge.documentText()), "", "fr").text();
        String data = page.replaceFirst("(?s).*data:application/json;base64,([A-Za-z0-9+/=]+)\".*", "$1");
        JsonNode report = new JsonMapper().readTree(Base64.getDecoder().decode(data));
        assertThat(report.path("headline").asText()).isEqualTo("AUTHENTIC");
        assertThat(report.path("at").asText()).isEqualTo(street.house.now().toString());
    }

    @Test
    void aBadgeTakenBackIsSaidToBe() {
        IssuedCredential other = street.house.issued();
        street.revoke(other.id(), PublicReason.WRONG_CONTENT);
        assertThat(Form.send(street.web, utf8(other.documentText()), "", "fr").text())
                .contains("<h1 id=\"verdict-1\">Retiré le 2 novembre 2026</h1>")
                .contains("Raison\u00a0: erreur dans le texte du badge.")
                .doesNotContain("Est-ce bien cette personne");
    }

    @Test
    void itIsAskedWhetherTheBadgeIsThePersonsWhoShowsIt() {
        assertThat(Form.send(street.web, utf8(badge.documentText()), "", "fr").text())
                .contains("Est-ce bien cette personne", "Ne demandez jamais son code secret")
                .contains("Comparez «\u00a0Alix E.\u00a0» avec une pièce d’identité");
        byte[] elsewhere = Samples.named("valid-did-key.json").bytes();
        assertThat(Form.send(street.web, elsewhere, "", "fr").text())
                .contains("Est-ce bien cette personne", "rien ici ne dit à qui il est")
                .doesNotContain("code secret", "lien de partage");
    }

    @Test
    void whatWasSignedIsSaidToBeInTheWordsAndTheLanguageOfWhoSignedIt() {
        String words = "own words, in French";
        assertThat(Form.send(street.web, utf8(badge.documentText()), "", "en").text())
                .contains(words, "<p class=\"badge-name\" lang=\"fr\">");
        assertThat(Form.send(street.web, utf8(badge.documentText()), "", "fr").text())
                .doesNotContain("Ces mots sont ceux de la structure");
        String share = "/v/" + street.share(badge).value();
        assertThat(street.web.browse(share, "en").text()).contains(words);
        assertThat(street.web.browse(share + "?facile=1", "en").text()).contains(words);
    }

    @Test
    void tooManyInAMinuteAreAskedToWait() {
        Answer last = null;
        for (int i = 0; i < 100 && (last == null || last.status() == 200); i++) {
            last = Form.send(street.web, new byte[] {1}, "", "fr");
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text()).contains("Trop d’essais", "Attendez un peu");
        assertThat(last.header("Retry-After")).isEqualTo("30");
    }

    @Test
    void theFormIsOpenToAnybodyWithoutACookie() {
        Answer answer = street.web.call("GET", "/verify", Map.of("Accept", "text/html"), NO_FILE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.text()).contains("Rien de ce que vous apportez n’est gardé.");
    }
}
