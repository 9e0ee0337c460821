package fr.badgesiae.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.db.CountingDataSource;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page behind a link to several badges. */
class PortfolioScanTest {
    private static final int MOST_KILOBYTES = 40;

    private PublicPagesFixture pages;
    private IssuedCredential one;
    private IssuedCredential two;

    @BeforeEach
    void issue() {
        pages = PublicPagesFixture.open();
        one = pages.issuing.issued();
        two = pages.issuing.issued();
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private Answer get(String path) {
        return pages.web.browse(path, "fr");
    }

    private static String path(Code code) {
        return "/v/" + code.value();
    }

    @Test
    void eachBadgeIsJudgedAndStandsInARowWithItsStructure() {
        Answer page = get(path(pages.portfolio("Je cherche un poste.\nMerci.", one, two)));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("<h1>2 badges</h1>", "2 sur 2 sont authentiques et valables aujourd’hui.")
                .containsSubsequence("Authentique", "Atelier des Deux Rives", "Authentique", "Atelier des Deux Rives")
                .contains("Les badges montrent «\u00a0Alix E.\u00a0»", "Ne demandez jamais son code secret")
                .contains("Quelques mots de la personne", "Je cherche un poste.\nMerci.")
                .contains("Aucune structure ne les a écrits ni relus.")
                .doesNotContain(">verification.", "<script>", "style=");
    }

    @Test
    void theHoldersWordsAreTextAndNothingElse() {
        assertThat(get(path(pages.portfolio("<b>moi</b>", one))).text())
                .contains("&lt;b&gt;moi&lt;/b&gt;")
                .doesNotContain("<b>moi");
        assertThat(get(path(pages.portfolio(null, one))).text()).doesNotContain("Quelques mots de la personne");
    }

    @Test
    void aRevokedBadgeStaysInItsTrueState() {
        Code code = pages.portfolio(null, one, two);
        pages.revoke(one.id(), PublicReason.WRONG_CONTENT);

        assertThat(get(path(code)).text())
                .contains("<h1>2 badges</h1>", "1 sur 2 est authentique et valable aujourd’hui")
                .containsSubsequence("Retiré le", "Authentique");
    }

    @Test
    void aBadgeThatIsNoLongerThereIsCountedAndNotNamed() {
        Code code = pages.portfolio(null, one, two);
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "DELETE FROM credential_document WHERE credential_id = ?",
                one.id().value()));

        assertThat(get(path(code)).text())
                .contains("<h1>1 badge</h1>", "Un badge de ce lien n’existe plus.")
                .contains(path(code) + ".2?again=1\"")
                .doesNotContain(path(code) + ".1");
        assertThat(get(path(code) + ".1").status()).isEqualTo(404);
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "DELETE FROM credential_document WHERE credential_id = ?",
                two.id().value()));
        assertThat(get(path(code)).status()).isEqualTo(404);
    }

    @Test
    void aBadgeOpensWithItsDetailsAndItsFiles() {
        Code code = pages.portfolio(null, one, two);
        String second = path(code) + ".2";

        assertThat(get(path(code)).text()).contains("href=\"" + second + "?again=1\"");
        assertThat(get(second).text())
                .contains("<h1>Authentique</h1>", "Deux semaines à l’accueil", "Tous les badges de ce lien")
                .contains(second + "/badge.json", "href=\"" + path(code) + "?again=1\"");
        assertThat(pages.web
                        .call("GET", second + "/badge.json", Map.of(), new byte[0])
                        .text())
                .isEqualTo(pages.issuing.signed(two.id()).document());
        assertThat(get(second + "?facile=1").text()).contains("Tous les badges de ce lien");
        assertThat(get(path(code) + ".3").status()).isEqualTo(404);
        assertThat(get(path(pages.share(one)) + ".1").status()).isEqualTo(404);
    }

    @Test
    void theWholeLinkHasAQrCodeAndNoFileOfOneBadge() {
        Code code = pages.portfolio(null, one, two);

        assertThat(pages.web
                        .call("GET", path(code) + "/qr.svg", Map.of(), new byte[0])
                        .text())
                .contains("<svg");
        assertThat(pages.web
                        .call("GET", path(code) + "/badge.json", Map.of(), new byte[0])
                        .status())
                .isEqualTo(404);
    }

    @Test
    void badgesWithDifferentNamesAreComparedEach() {
        IssuedCredential nameless = pages.issuing.issuedWithoutName();

        assertThat(get(path(pages.portfolio(null, one, nameless))).text())
                .contains("Ces badges ne montrent pas tous le même nom.")
                .containsSubsequence("Alix E.", "Ce badge ne montre pas de nom.");
        Code code = pages.portfolio(null, nameless);
        assertThat(get(path(code)).text()).contains(pages.words(code));
    }

    private static String link(Answer page, String words) {
        Matcher link = Pattern.compile("<a href=\"([^\"]+)\">(?:(?!</a>).)*" + words, Pattern.DOTALL)
                .matcher(page.text());
        assertThat(link.find()).as(page.text()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    void aVisitOfTheWholeLinkIsOneViewWhateverIsOpenedFromThere() {
        Code code = pages.portfolio(null, one, two);
        Answer badge = get(link(get(path(code)), "Accueillir"));
        get(link(badge, "Tous les badges de ce lien"));
        Answer easy = get(link(badge, "Version facile"));
        get(link(easy, "Tous les badges de ce lien"));
        get(link(easy, "Revenir à la version complète"));
        get(path(code) + "?again=1");

        assertThat(pages.views(code)).isEqualTo(1);
    }

    @Test
    void aVisitOfOnePrintedBadgeIsAViewToo() {
        Code code = pages.portfolio(null, one, two);
        get(link(get(path(code) + ".2"), "Tous les badges de ce lien"));

        assertThat(pages.views(code)).isEqualTo(1);
    }

    @Test
    void aBadgeOfAPausedOrganisationSaysSoInItsRow() {
        pages.pause();
        Code code = pages.portfolio(null, one);

        assertThat(get(path(code)).text())
                .containsSubsequence(
                        "Authentique",
                        "Rattachement au réseau «\u00a0Réseau Exemple\u00a0» en pause depuis le 5 octobre 2026.");
        pages.issuing.owner.useHandle(handle -> handle.execute("UPDATE share_link SET shows_network = false"));
        assertThat(get(path(code)).text())
                .contains("Rattachement à son réseau en pause depuis le 5 octobre 2026.")
                .doesNotContain("Réseau Exemple");
    }

    @Test
    void anOrganisationThatIsNotPausedHasNoLineOfItsNetworkInTheRow() {
        pages.vet();

        assertThat(get(path(pages.portfolio(null, one))).text()).doesNotContain("Réseau Exemple", "réseau en pause");
    }

    @Test
    void aTypedCodeAndAPastedAddressLeadToTheWholeLink() {
        Code code = pages.portfolio(null, one, two);

        String whole = "https://badges.example" + path(code);
        assertThat(get("/v?code=" + code.grouped()).header("Location")).isEqualTo(whole);
        assertThat(get("/v?code="
                                + URLEncoder.encode(
                                        "http://localhost:8080" + path(code) + ".2", StandardCharsets.UTF_8))
                        .header("Location"))
                .isEqualTo(whole);
    }

    @Test
    void aLinkThatHasEndedShowsNone() {
        Code code = pages.portfolio(null, one, two);
        pages.issuing.pass(Duration.ofDays(91));

        assertThat(get(path(code)).status()).isEqualTo(410);
        assertThat(get(path(code) + ".1").status()).isEqualTo(410);
    }

    @Test
    void twentyBadgesTakeNoMoreStatementsThanOne() {
        List<CountingDataSource> counting = new ArrayList<>();
        WebHarness web = pages.pagesOn(pages.issuing.watched(source -> {
            counting.add(new CountingDataSource(source, thread -> true));
            return counting.get(0);
        }));
        for (int badges : new int[] {1, 20}) {
            IssuedCredential[] all =
                    Stream.generate(pages.issuing::issued).limit(badges).toArray(IssuedCredential[]::new);
            String path = path(pages.portfolio(null, all));
            web.browse(path, "fr");
            counting.get(0).drain();
            assertThat(web.browse(path, "fr").text()).contains(badges + " badge", "Authentique");
            assertThat(counting.get(0).drain())
                    .satisfiesExactly(
                            link -> assertThat(link).contains("shared_badge"),
                            several -> assertThat(several).contains("shared_portfolio"),
                            list -> assertThat(list).contains("published_status_version"));
        }
    }

    /** Compressed, as it travels. */
    @Test
    void twentyBadgesAreNoHeavyPage() throws IOException {
        IssuedCredential[] twenty =
                Stream.generate(pages.issuing::issued).limit(20).toArray(IssuedCredential[]::new);
        byte[] page = get(path(pages.portfolio("x".repeat(500), twenty))).text().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(page);
        }
        assertThat(page.length).as("uncompressed").isLessThan(MOST_KILOBYTES * 1024);
        assertThat(compressed.size()).isLessThan(MOST_KILOBYTES * 1024 / 4);
    }
}
