package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.qr.QrPicture;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import fr.badgesiae.schemas.samples.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyPagesTest {
    private static final byte[] NO_FILE = {};

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

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anUploadedBadgeOfOursIsAuthenticAndItsIssuerIsTheRegisteredOne() {
        Answer answer =
                VerifyForm.send(pages.web, utf8(pages.issuing.signed(badge.id()).document()), "", "fr");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("<h1 id=\"verdict-1\">Authentique</h1>")
                .contains("Que faire")
                .contains("<a href=\"/issuers/" + pages.issuing.organisation + "\">", "/logo\" alt=\"\"")
                .contains("Accueil et renseignements");
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void theIssuerOfABadgeOfOursHasItsTown() {
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE organisation SET town = 'Exempleville' WHERE id = ?", pages.issuing.organisation.value()));
        assertThat(VerifyForm.send(
                                pages.web, utf8(pages.issuing.signed(badge.id()).document()), "", "fr")
                        .text())
                .contains("<div class=\"soft\" dir=\"auto\">Exempleville</div>");
    }

    @Test
    void aPastedBadgeIsJudgedLikeAFile() {
        assertThat(VerifyForm.send(
                                pages.web,
                                NO_FILE,
                                pages.issuing.signed(badge.id()).jwt(),
                                "en")
                        .text())
                .contains("<h1 id=\"verdict-1\">Authentic</h1>");
    }

    @Test
    void aChangedBadgeShowsNothingOfWhatItSays() {
        String changed = pages.issuing
                .signed(badge.id())
                .document()
                .replaceFirst("\"narrative\":\"", "\"narrative\":\"Presque ");
        Answer answer = VerifyForm.send(pages.web, utf8(changed), "", "fr");
        assertThat(answer.text()).contains("Pas authentique").doesNotContain("<blockquote>");
    }

    @Test
    void aBadgeFromElsewhereIsSaidToNameItsIssuerItself() {
        byte[] elsewhere = Samples.named("valid-did-key.json").bytes();
        assertThat(VerifyForm.send(pages.web, elsewhere, "", "fr").text())
                .contains("tout le monde peut fabriquer un tel badge")
                .contains("Ce nom est celui que le badge donne lui-même");
    }

    @Test
    void aBadgeFromElsewhereShowsItsNameDescriptionIssuerAndDay() {
        Answer answer =
                VerifyForm.send(pages.web, Samples.named("valid-did-key.json").bytes(), "", "fr");
        assertThat(answer.text())
                .contains("Travailler en équipe", "Participe à un travail commun et aide les autres.")
                .contains("Une Voisine", "1er octobre 2026");
    }

    @Test
    void aTypedCodeOrTheAddressOfAShareLeadsToItsOwnPage() {
        String code = pages.share(badge).value();
        Answer typed = VerifyForm.send(pages.web, NO_FILE, " " + code.toLowerCase(java.util.Locale.ROOT), "fr");
        assertThat(typed.status()).isEqualTo(303);
        assertThat(typed.header("Location")).endsWith("/v/" + code);
        Answer pasted = VerifyForm.send(pages.web, NO_FILE, "http://localhost:8080/v/" + code, "fr");
        assertThat(pasted.header("Location")).endsWith("/v/" + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QX55-8MBP", "qx55 8mbp 2", "QX558MBPQX558MBP7"})
    void aPartOfACodeIsSaidToBeOneAndKept(String part) {
        Answer typed = VerifyForm.send(pages.web, NO_FILE, part, "fr");

        assertThat(typed.status()).isEqualTo(422);
        assertThat(typed.text()).contains("Un code compte 16\u00a0lettres et chiffres.", part);
    }

    @Test
    void aPictureOfTheCodeOfAShareLeadsToItsOwnPage() {
        String path = "/v/" + pages.share(badge).value();
        byte[] photograph =
                pages.web.call("GET", path + "/qr.png", Map.of(), new byte[0]).body();

        Answer answer = VerifyForm.send(pages.web, photograph, "", "fr");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(path);
    }

    @Test
    void aPictureOfACodeThatHoldsABadgeLeadsToThePageThatReadsIt() {
        for (String origin : new String[] {"http://localhost:8080", "https://autre.example"}) {
            String digits = "5676290952432060".repeat(50);
            byte[] photograph = QrPicture.png(origin + "/o#" + digits, List.of());

            Answer answer = VerifyForm.send(pages.web, photograph, "", "fr");

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).endsWith("/o#" + digits);
        }
    }

    @Test
    void aPictureOfAShareOfAnotherServiceIsJudgedHere() {
        byte[] photograph = QrPicture.png("https://autre.example/v/ABCDEFGHJKMNPQRS", List.of());

        assertThat(VerifyForm.send(pages.web, photograph, "", "fr").status()).isEqualTo(200);
    }

    @Test
    void theAddressOfASlipOrACardIsGivenBackWithoutItsCode() {
        for (String secret : VerificationResourceTest.SECRETS) {
            Answer answer = VerifyForm.send(pages.web, NO_FILE, secret, "fr");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text())
                    .contains("C’est un ticket, une carte ou un lien personnel")
                    .doesNotContain("ABCD-EFGH");
        }
    }

    @Test
    void nothingBroughtIsSaidNextToTheField() {
        Answer answer = VerifyForm.send(pages.web, NO_FILE, "  ", "fr");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("id=\"e-file\"").contains("Choisissez un fichier");
    }

    @Test
    void anAddressWithASpaceIsRead() {
        Answer answer = VerifyForm.send(pages.web, NO_FILE, "https://absent.invalid/mon badge", "fr");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("https://absent.invalid/mon%20badge");
    }

    @Test
    void aBrokenAddressIsSaidNextToTheFieldAndKeptInIt() {
        Answer answer = VerifyForm.send(pages.web, NO_FILE, "https://[badge", "fr");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("id=\"e-text\"").contains(">https://[badge</textarea>");
    }

    @Test
    void whatCannotBeReadIsAnAnswerAndNotAnError() {
        Answer answer = VerifyForm.send(pages.web, new byte[] {1, 2, 3}, "", "fr");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Pas un badge lisible").contains("<code>format.");
    }

    @Test
    void aFormThatIsTooLargeIsRefusedWhateverLengthItAnnounces() {
        Answer answer = VerifyForm.send(pages.web, new byte[20 << 20], "", "fr");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void theReportForMachinesIsInThePageWithTheTimeOfJudgement() throws IOException {
        String page = VerifyForm.send(
                        pages.web, utf8(pages.issuing.signed(badge.id()).document()), "", "fr")
                .text();
        String data = page.replaceFirst("(?s).*data:application/json;base64,([A-Za-z0-9+/=]+)\".*", "$1");
        JsonNode report = new JsonMapper().readTree(Base64.getDecoder().decode(data));
        assertThat(report.path("headline").asText()).isEqualTo("AUTHENTIC");
        assertThat(report.path("at").asText()).isEqualTo(pages.issuing.now().toString());
    }

    @Test
    void aBadgeTakenBackIsSaidToBe() {
        IssuedCredential other = pages.issuing.issued();
        pages.revoke(other.id(), PublicReason.WRONG_CONTENT);
        assertThat(VerifyForm.send(
                                pages.web, utf8(pages.issuing.signed(other.id()).document()), "", "fr")
                        .text())
                .contains("<h1 id=\"verdict-1\">Retiré le 2 novembre 2026</h1>")
                .contains("Raison\u00a0: erreur dans le texte du badge.")
                .doesNotContain("Est-ce bien cette personne");
    }

    @Test
    void itIsAskedWhetherTheBadgeIsThePersonsWhoShowsIt() {
        assertThat(VerifyForm.send(
                                pages.web, utf8(pages.issuing.signed(badge.id()).document()), "", "fr")
                        .text())
                .contains("Est-ce bien cette personne", "Ne demandez jamais son code secret")
                .contains("Le badge montre «\u00a0Alix E.\u00a0»");
        byte[] elsewhere = Samples.named("valid-did-key.json").bytes();
        assertThat(VerifyForm.send(pages.web, elsewhere, "", "fr").text())
                .contains("Est-ce bien cette personne", "rien ici ne dit à qui il est")
                .doesNotContain("code secret", "lien de partage");
    }

    @Test
    void whatWasSignedIsSaidToBeInTheWordsAndTheLanguageOfWhoSignedIt() {
        String words = "own words, in French";
        assertThat(VerifyForm.send(
                                pages.web, utf8(pages.issuing.signed(badge.id()).document()), "", "en")
                        .text())
                .contains(words, "<h2 id=\"badge-1\" lang=\"fr\" dir=\"auto\">");
        assertThat(VerifyForm.send(
                                pages.web, utf8(pages.issuing.signed(badge.id()).document()), "", "fr")
                        .text())
                .doesNotContain("Ces mots sont ceux de la structure");
        String share = "/v/" + pages.share(badge).value();
        assertThat(pages.web.browse(share, "en").text()).contains(words);
        assertThat(pages.web.browse(share + "?facile=1", "en").text()).contains(words);
    }

    @Test
    void tooManyInAMinuteAreAskedToWait() {
        Answer last = null;
        for (int i = 0; i < 100 && (last == null || last.status() == 200); i++) {
            last = VerifyForm.send(pages.web, new byte[] {1}, "", "fr");
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text()).contains("Trop d’essais", "Attendez un peu");
        assertThat(last.header("Retry-After")).isEqualTo("30");
    }

    @Test
    void theFormIsOpenToAnybodyWithoutACookie() {
        Answer answer = pages.web.call("GET", "/verify", Map.of("Accept", "text/html"), NO_FILE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.text()).contains("Rien de ce que vous apportez n’est gardé plus de 15\u00a0minutes.");
    }
}
