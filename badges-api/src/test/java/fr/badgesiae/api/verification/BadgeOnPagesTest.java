package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import fr.badgesiae.schemas.samples.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of badges from elsewhere on the page of a report. */
class BadgeOnPagesTest {
    private static final String BADGE_CLASS = "https://ob2.example/badges/equipe";
    private static final String PIXEL =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                    + "YPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    private static final Map<String, byte[]> DOCUMENTS = new HashMap<>(Samples.documents());

    private static PublicPagesFixture pages;

    @BeforeAll
    static void open() {
        pages = PublicPagesFixture.reaching(DOCUMENTS);
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    @BeforeEach
    void asPublished() {
        pages.issuing.pass(Duration.ofMinutes(1));
        DOCUMENTS.putAll(Samples.documents());
    }

    private static Answer answer(String sample) {
        return VerifyForm.send(pages.web, Samples.named(sample).bytes(), "", "fr");
    }

    private static String page(String sample) {
        return answer(sample).text();
    }

    /** The part of a page that is read without opening anything. */
    private static String open(String page) {
        return page.replaceAll("(?s)<details>.*</details>", "");
    }

    /** Publishes the badge class of Open Badges 2.0 with another text in place of one. */
    private static void republish(String text, String other) {
        String published = new String(DOCUMENTS.get(BADGE_CLASS), StandardCharsets.UTF_8);
        assertThat(published).contains(text);
        DOCUMENTS.put(BADGE_CLASS, published.replace(text, other).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"valid-did-key.json", "valid-did-web.json", "valid-ob2-hosted.json", "valid-ob1-hosted-1.1.json"
            })
    void aBadgeOfAnyVersionShowsWhatWhoAndWhen(String sample) {
        assertThat(open(page(sample)))
                .contains("Travailler en équipe", "Participe à un travail commun")
                .contains("<dt>Remis le</dt><dd>1er octobre 2026</dd>", "<dt>Remis par</dt>", "<dt>Remis à</dt>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"valid-did-key.json", "valid-ob2-hosted.json"})
    void skillsHaveTheirLabelAndALinkThatSaysWhereItLeads(String sample) {
        assertThat(open(page(sample)))
                .contains("href=\"https://referentiel.example/competences/400001\" rel=\"external nofollow noopener"
                        + " noreferrer\"")
                .contains(">Réaliser un travail en équipe</a>", ">referentiel.example</span>", "400001</span>");
    }

    @Test
    void evidenceAndResultsAreShown() {
        assertThat(open(page("valid-ob2-evidence.json")))
                .contains("<strong>Récit</strong>", "Une année.", ">atelier.example<");
        assertThat(open(page("valid-with-level.json"))).contains("Sans aide");
    }

    @Test
    void anEndorsementHasItsWordsItsAuthorAndItsOwnResult() {
        assertThat(open(page("valid-endorsed-badge.json")))
                .contains("Nous reconnaissons ce badge à l’embauche.", "Le Jardin Partagé")
                .contains("Signature intacte, auteur inconnu ici");
    }

    @Test
    void anEndorsementThatIsForgedShowsNeitherWordsNorAuthor() {
        assertThat(open(page("endorsement-tampered.json")))
                .contains("Recommandation non authentique")
                .doesNotContain("embauche", "Le Jardin Partagé");
    }

    @Test
    void nothingOfABadgeThatIsNotProvenIsShown() {
        assertThat(page("tampered-name.json"))
                .contains("Pas authentique")
                .doesNotContain("class=\"badge-head\"", "Atelier des Possibles", "referentiel.example");
    }

    @Test
    void checksAndDefectsStandUnderDetailsThatAreClosed() {
        String page = page("achievement-name-missing.json");
        assertThat(page)
                .contains(
                        "Signé et inchangé, mais mal formé",
                        "<details>",
                        "schema.violation = /credentialSubject/achievement");
        assertThat(open(page))
                .contains("L’émetteur peut le corriger")
                .doesNotContain("class=\"checks\"", "/credentialSubject", "did:web:");
    }

    @Test
    void aPictureElsewhereIsNeverLoadedAndAnEmbeddedOneIsEncodedAnew() {
        Answer elsewhere = answer("valid-ob2-hosted.json");
        assertThat(elsewhere.text()).doesNotContain("<img");
        assertThat(elsewhere.header("Content-Security-Policy")).contains("img-src 'self';");
        republish("https://ob2.example/badges/equipe.png", PIXEL);
        Answer embedded = answer("valid-ob2-hosted.json");
        assertThat(embedded.text())
                .contains("<img src=\"data:image/png;base64,")
                .doesNotContain(PIXEL);
        assertThat(embedded.header("Content-Security-Policy")).contains("img-src 'self' data:;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "http://referentiel.example/", "https://referentiel.example@evil.example/"
            })
    void anAddressThatIsNotPlainHttpsIsNoLink(String address) {
        republish("https://referentiel.example/competences/400001", address);
        assertThat(open(page("valid-ob2-hosted.json")))
                .contains("Réaliser un travail en équipe")
                .doesNotContain(address, "evil.example");
    }

    @Test
    void markupInABadgeIsNeitherRenderedNorShown() {
        republish("Prend sa part, prévient", "<b>Prend</b> **sa** part<script>alert(1)</script>, prévient");
        assertThat(open(page("valid-ob2-hosted.json")))
                .contains("Prend sa partalert(1), prévient")
                .doesNotContain("<script>alert", "**sa**", "&lt;b");
    }

    /** The picture that was brought is not covered by any proof: it may name another badge. */
    @ParameterizedTest
    @ValueSource(strings = {"valid-baked-png-json.png", "valid-ob2-image-inside.json", "ob2-hosted-says-more.json"})
    void thePictureThatWasBroughtIsNotShownBesideTheVerdict(String sample) {
        assertThat(page(sample)).contains("<h1").doesNotContain("<img");
    }

    /** What the address publishes counts; what differs in the copy is told, and confirmed by nobody. */
    @Test
    void ofACopyThatDiffersThePublishedBadgeIsShownAndTheDifferenceTold() {
        String page = page("ob2-copy-embeds-older-description.json");
        assertThat(open(page))
                .contains("Travailler en équipe", "Participe à un travail commun")
                .contains(
                        "Le fichier apporté diffère de ce que l’émetteur publie",
                        "c’est la version publiée qui est montrée")
                .doesNotContain("Une description d’avant.");
        assertThat(page).contains("Présenté, non confirmé", "Une description d’avant.");
    }

    @Test
    void severalBadgesHaveAListAndACardEachAndNoCommonResult() {
        String page = page("presented-two.json");
        assertThat(page)
                .containsSubsequence(
                        "<h1>2 badges dans ce que vous avez apporté</h1>",
                        "<a href=\"#verdict-1\">",
                        "<a href=\"#verdict-2\">",
                        "<h2 id=\"verdict-1\">",
                        "<h3 id=\"badge-1\"",
                        "<h2 id=\"verdict-2\">",
                        "<h3 id=\"badge-2\"")
                .containsOnlyOnce("<h1");
    }

    @Test
    void credentialsOfOtherKindsAreNotCountedAsBadges() {
        assertThat(page("wrapped-no-badge.json"))
                .contains("<h1>2 attestations dans ce que vous avez apporté</h1>")
                .doesNotContain("Pas authentique");
    }

    @ParameterizedTest
    @CsvSource({
        "picture-plain.png, Ni badge ni code lisible sur cette image, refaites la photo",
        "gif.gif, Format non pris en charge, PNG",
        "web-page.html, 'Une page web, pas un badge', lien du badge"
    })
    void whatWasNotReadHasAHeadingOfItsOwnAndSaysWhatToBringInstead(String sample, String heading, String advice) {
        assertThat(open(page(sample))).contains(">" + heading + "</h1>", advice).doesNotContain("Réessayez");
    }

    @Test
    void anAddressThatNobodyServesIsSaidToBe() {
        assertThat(open(VerifyForm.send(pages.web, new byte[0], "https://nobody.example/badge", "fr")
                        .text()))
                .contains(">Rien de lisible à cette adresse</h1>", "https://nobody.example/badge")
                .doesNotContain("Réessayez");
    }

    @Test
    void anEmptyFileIsToldFromNone() {
        String none = VerifyForm.send(pages.web, new byte[0], "", "fr").text();
        assertThat(none).contains("Choisissez un fichier").doesNotContain("est vide");
        Answer empty = VerifyForm.sendEmptyFile(pages.web, "https://badges.example/", "fr");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text())
                .contains("id=\"e-file\"", "Ce fichier est vide", ">https://badges.example/</textarea>")
                .doesNotContain("Choisissez un fichier");
    }
}
