package fr.badgesiae.api.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.pdf.VeraPdf;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The papers behind a share link. */
class PaperFilesTest {
    private static final List<String> NAMES = List.of(
            "Ελένη Ψαρά", "Щедрина Ёлка", "فاطمة الزهراء", "רות בן־ארי", "ნინო ქართული", "Անուշ Հայկյան", "王小明");
    private static final float MILLIMETRE = 72 / 25.4f;

    private PublicPagesFixture pages;

    @BeforeEach
    void open() {
        pages = PublicPagesFixture.open();
        Papers.picture(pages);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private Answer get(Code code, String file) {
        return get("/v/" + code.value() + file);
    }

    private Answer get(String path) {
        Answer answer = pages.web.call("GET", path, Map.of("Accept-Language", "fr"), new byte[0]);
        Papers.keep(path, answer);
        return answer;
    }

    private void isOnePage(Answer pdf, float width, float height) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDRectangle box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth() / MILLIMETRE).isCloseTo(width, offset(0.5f));
            assertThat(box.getHeight() / MILLIMETRE).isCloseTo(height, offset(0.5f));
        }
    }

    private String address(Code code) {
        return pages.issuing.node.platform.settings().url("/v/" + code.value());
    }

    @Test
    void theSheetSaysWhatThePageSays() throws IOException {
        Code code = pages.share(pages.issuing.issued());

        Answer sheet = get(code, "/badge.pdf");

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(sheet.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"badge-accueillir-le-public.pdf\"");
        assertThat(Papers.text(sheet))
                .contains("Accueillir le public", "Je maîtrise", "Alix E.", "Atelier des Deux Rives", "2 novembre 2026")
                .contains("Sait accueillir et orienter.", "Accueille le public et l’oriente")
                .contains("Accueillir dix personnes.", "Accueil et renseignements (ROME 4.0, M1601)")
                .contains("Deux semaines à l’accueil", "[grinning face]")
                .contains(address(code), code.grouped())
                .contains("Ne demandez jamais son code secret")
                .doesNotContain("paper.", "verification.", "space]");
        isOnePage(sheet, 210, 297);
        assertThat(VeraPdf.broken(sheet.body())).isEmpty();
    }

    @Test
    void theSignedBytesOfTheLinksEditionAreAttachedAndVerify() throws IOException {
        IssuedCredential badge = pages.issuing.issued();
        Code code = pages.share(badge);
        for (String file : List.of("/badge.pdf", "/card.pdf", "/strip.pdf")) {
            Answer pdf = get(code, file);
            assertThat(Papers.attached(pdf))
                    .containsExactly(pages.issuing.signed(badge.id()).document());
            assertThat(Papers.verified(pages, pdf)).as(file).contains("\"headline\":\"AUTHENTIC\"");
        }
    }

    @Test
    void theCardAndTheStripFitTheirPaper() throws IOException {
        Code code = pages.share(pages.issuing.issued());

        Answer card = get(code, "/card.pdf");
        Answer strip = get(code, "/strip.pdf");

        isOnePage(card, 85, 54);
        isOnePage(strip, 90, 26);
        assertThat(card.header("Content-Disposition")).contains("\"badge-accueillir-le-public-carte.pdf\"");
        assertThat(strip.header("Content-Disposition")).contains("\"badge-accueillir-le-public-cv.pdf\"");
        for (Answer paper : List.of(card, strip)) {
            assertThat(Papers.text(paper))
                    .contains("Accueillir le public", "Alix E.", "Atelier des Deux Rives", "2 novembre 2026")
                    .contains(address(code));
            assertThat(VeraPdf.broken(paper.body())).isEmpty();
        }
    }

    /** Within the limits of their forms: 120 letters each. */
    @Test
    void theLongestNamesFitTheCardAndTheStrip() throws IOException {
        String name = "Accueillir, renseigner et orienter le public ".repeat(3).substring(0, 120);
        String organisation =
                "Atelier des Deux Rives et des Trois Vallées ".repeat(3).substring(0, 120);
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE organisation SET public_name = ? WHERE id = ?",
                organisation.strip(),
                pages.issuing.organisation.value()));
        IssuedCredential badge = Papers.issued(pages, name.strip(), LocalDate.of(2026, 11, 2));
        Code code = pages.share(badge);

        isOnePage(get(code, "/card.pdf"), 85, 54);
        isOnePage(get(code, "/strip.pdf"), 90, 26);

        pages.revoke(badge.id(), PublicReason.WRONG_CONTENT);
        Answer card = get(code, "/card.pdf");
        Answer strip = get(code, "/strip.pdf");
        isOnePage(card, 85, 54);
        isOnePage(strip, 90, 26);
        for (Answer paper : List.of(card, strip)) {
            assertThat(Papers.text(paper)).contains("Retiré le 2 novembre 2026", "Alix E.", "Accueillir", "Atelier");
            assertThat(Papers.text(paper).replace(" ", "")).contains(address(code));
        }
    }

    @Test
    void aNameInAnyScriptPrintsAndIsRead() throws IOException {
        for (String name : NAMES) {
            Code code = pages.share(pages.issuing.issuedTo(name));
            assertThat(Papers.text(get(code, "/card.pdf"))).contains(name);
            assertThat(Papers.text(get(code, "/badge.pdf"))).contains(name);
            assertThat(Papers.text(get(code, "/strip.pdf"))).contains(name);
        }
    }

    @Test
    void thePapersDieWithTheirLink() {
        IssuedCredential badge = pages.issuing.issued();
        Code off = pages.share(badge, pages.issuing.now().plus(Duration.ofDays(1)), pages.issuing.now());
        for (String file : List.of("/badge.pdf", "/card.pdf", "/strip.pdf", "/portfolio.pdf")) {
            assertThat(get(off, file).status()).isEqualTo(410);
            assertThat(get("/v/AAAAAAAAAAAAAAAA" + file).status()).isEqualTo(404);
        }
    }

    @Test
    void aRevokedBadgeSaysSoFirst() throws IOException {
        IssuedCredential badge = pages.issuing.issued();
        Code code = pages.share(badge);
        pages.revoke(badge.id(), PublicReason.WRONG_PERSON);

        assertThat(Papers.text(get(code, "/badge.pdf")))
                .containsSubsequence("Retiré le 2 novembre 2026", "badge remis par erreur", "Alix E.");
        assertThat(Papers.text(get(code, "/card.pdf"))).contains("Retiré le 2 novembre 2026");
    }

    @Test
    void nothingUnprovenIsPrinted() {
        IssuedCredential badge = pages.issuing.issued();
        Code code = pages.share(badge);
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET document = replace(document, 'avec soin', 'avec panache')"));

        assertThat(get(code, "/badge.pdf").status()).isEqualTo(404);
    }

    @Test
    void thePortfolioSumsUpAndShowsEachBadge() throws IOException {
        IssuedCredential one = pages.issuing.issued();
        IssuedCredential two = pages.issuing.issued("Tient la caisse.");
        Code code = pages.portfolio("Je cherche un poste.", one, two);

        Answer portfolio = get(code, "/portfolio.pdf");

        assertThat(portfolio.header("Content-Disposition")).contains("\"portfolio.pdf\"");
        assertThat(Papers.text(portfolio))
                .containsSubsequence(
                        "Mon portefeuille de compétences",
                        "Alix E.",
                        "2 badges",
                        "Je cherche un poste.",
                        "Métiers et savoir-faire",
                        "Accueil et renseignements (ROME 4.0, M1601)",
                        "Accueille le public",
                        "/v/" + code.value() + ".1",
                        "Tient la caisse.",
                        "/v/" + code.value() + ".2")
                .doesNotContain("paper.", "verification.", "space]");
        assertThat(Papers.attached(portfolio))
                .containsExactly(
                        pages.issuing.signed(one.id()).document(),
                        pages.issuing.signed(two.id()).document());
        assertThat(Papers.verified(pages, portfolio)).contains("\"headline\":\"AUTHENTIC\"");
        assertThat(VeraPdf.broken(portfolio.body())).isEmpty();
        assertThat(get(code, "/badge.pdf").status()).isEqualTo(404);
        assertThat(get("/v/" + code.value() + ".2/badge.pdf").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotProvenIsNotAttached() throws IOException {
        IssuedCredential one = pages.issuing.issued();
        IssuedCredential two = pages.issuing.issued("Tient la caisse.");
        Code code = pages.portfolio(null, one, two);
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET document = replace(document, 'Tient la', 'Tient bien la')"));

        Answer portfolio = get(code, "/portfolio.pdf");

        assertThat(Papers.text(portfolio)).contains("1 badge", "Un badge de ce lien ne peut plus être montré.");
        assertThat(Papers.attached(portfolio))
                .containsExactly(pages.issuing.signed(one.id()).document());
        assertThat(Papers.authentic(pages, portfolio)).isEqualTo(1);
    }

    @Test
    void aPortfolioOfTwentyVerifies() {
        Code code = pages.portfolio(
                null, Stream.generate(pages.issuing::issued).limit(20).toArray(IssuedCredential[]::new));

        assertThat(Papers.authentic(pages, get(code, "/portfolio.pdf"))).isEqualTo(20);
    }

    @Test
    void theDatesAreThoseOfAllItsBadges() throws IOException {
        IssuedCredential may = Papers.issued(pages, "Ranger", LocalDate.of(2026, 5, 4));
        IssuedCredential june = Papers.issued(pages, "Trier", LocalDate.of(2026, 6, 1));
        Code code = pages.portfolio(null, may, june, pages.issuing.issued());
        pages.revoke(may.id(), PublicReason.WRONG_CONTENT);
        pages.revoke(june.id(), PublicReason.WRONG_CONTENT);

        assertThat(Papers.text(get(code, "/portfolio.pdf")))
                .containsSubsequence(
                        "3 badges, reçus du 4 mai 2026 au 2 novembre 2026.",
                        "Badges qui ne sont pas valables aujourd’hui",
                        "Ranger",
                        "Trier",
                        "Vérifiez ces badges");
    }

    @Test
    void aFullQueueIsRefusedBeforeAnythingIsJudgedOrDrawn() {
        IssuedCredential badge = pages.issuing.issued();
        List<Code> links = List.of(pages.share(badge), pages.portfolio(null, badge));
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET document = replace(document, 'avec soin', 'avec panache')"));
        Platform platform = pages.issuing.node.platform;
        WebHarness full = new WebHarness(
                platform.settings(),
                platform.pages(),
                List.of(new PaperFiles(
                        platform,
                        pages.share.open(),
                        pages.verification.verify(),
                        Papers.draw(pages, platform),
                        Papers.busy())));

        assertThat(full.browse("/v/" + links.get(0).value() + "/badge.pdf", "fr")
                        .status())
                .isEqualTo(503);
        assertThat(full.browse("/v/" + links.get(1).value() + "/portfolio.pdf", "fr")
                        .status())
                .isEqualTo(503);
    }
}
