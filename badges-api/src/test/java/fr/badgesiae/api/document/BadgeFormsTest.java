package fr.badgesiae.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import fr.badgesiae.verifier.bake.Unbaker;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One address, and the badge behind it in the form that its reader asks for. */
class BadgeFormsTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8";

    private static PublicPagesFixture pages;
    private static IssuedCredential badge;
    private static String path;

    @BeforeAll
    static void issue() throws IOException {
        pages = PublicPagesFixture.open();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        StoredImage image = new StoredImage("image/png", png.toByteArray());
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE achievement_version SET image = ?, image_type = ?", image.bytes(), image.type()));
        badge = pages.issuing.issued();
        path = "/v/" + pages.share(badge).value();
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    private static Answer get(String address, String accept) {
        return pages.web.call("GET", address, Map.of("Accept", accept), new byte[0]);
    }

    private static String type(Answer answer) {
        return answer.header("Content-Type").split(";", 2)[0];
    }

    private static String document() {
        return pages.issuing.signed(badge.id()).document();
    }

    @Test
    void eachNameOfTheSignedJsonGetsItsBytes() {
        for (String name :
                new String[] {"application/vc", "application/vc+ld+json", "application/ld+json", "application/json"}) {
            Answer answer = get(path, name);
            assertThat(answer.status()).as(name).isEqualTo(200);
            assertThat(type(answer)).isEqualTo(name);
            assertThat(answer.text()).isEqualTo(document());
            assertThat(answer.header("Vary")).contains("Accept");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        }
    }

    @Test
    void eachNameOfTheJwtGetsIt() {
        for (String name : new String[] {"application/vc+jwt", "application/jwt", "text/plain"}) {
            Answer answer = get(path, name);
            assertThat(type(answer)).isEqualTo(name);
            assertThat(answer.text()).isEqualTo(pages.issuing.signed(badge.id()).jwt());
        }
    }

    @Test
    void aReaderOfPicturesGetsTheOneThatTheBadgeHas() {
        for (String accept : new String[] {"image/png", "image/*", "image/svg+xml, image/png;q=0.1"}) {
            Answer answer = get(path, accept);
            assertThat(type(answer)).as(accept).isEqualTo("image/png");
            assertThat(baked(answer)).isEqualTo(document());
        }
    }

    @Test
    void aBrowserAndWhoeverAsksForNothingGetThePage() {
        for (String accept : new String[] {BROWSER, "*/*", "text/*", "application/json;q=0.5, text/html"}) {
            Answer answer = get(path, accept);
            assertThat(type(answer)).as(accept).isEqualTo("text/html");
            assertThat(answer.header("Vary")).contains("Accept-Language").endsWith(",Accept");
        }
        assertThat(type(pages.web.call("GET", path, Map.of(), new byte[0]))).isEqualTo("text/html");
    }

    @Test
    void theQualityDecidesAndThenTheMoreExactName() {
        assertThat(type(get(path, "text/html;q=0.4, application/vc;q=0.6"))).isEqualTo("application/vc");
        assertThat(type(get(path, "application/json, text/plain, */*"))).isEqualTo("application/json");
        assertThat(type(get(path, "text/html;q=0, application/vc;q=0, */*"))).isEqualTo("application/vc+ld+json");
        assertThat(type(get(path, "application/jwt;q=0.5, image/svg+xml"))).isEqualTo("application/jwt");
    }

    @Test
    void whoeverTakesNoFormReadsWhichThereAre() {
        for (String accept : new String[] {"application/xml", "image/webp", "*/*;q=0", "image/svg+xml"}) {
            Answer answer = get(path, accept);
            assertThat(answer.status()).as(accept).isEqualTo(406);
            assertThat(answer.text()).contains("A badge is served here as", "application/vc+jwt", "image/png");
            assertThat(answer.header("Vary")).contains("Accept");
        }
    }

    @Test
    void aBadgeOfALinkToSeveralHasEveryFormAndTheLinkItselfIsAPage() {
        Code code = pages.portfolio(null, badge, badge);
        String link = "/v/" + code.value();

        assertThat(get(link + ".2", "application/vc").text()).isEqualTo(document());
        assertThat(type(get(link + ".2", "image/png"))).isEqualTo("image/png");
        assertThat(type(get(link, "*/*"))).isEqualTo("text/html");
        assertThat(get(link, "application/json").status()).isEqualTo(406);
    }

    @Test
    void aProgramReadsOfAnEndedOrUnknownLinkInItsOwnForm() {
        Code off = pages.share(badge, pages.issuing.now().plus(Duration.ofDays(1)), pages.issuing.now());

        Answer ended = get("/v/" + off.value(), "application/vc, application/json");
        Answer unknown = get("/v/0000-0000-0000-0000", "application/json");

        assertThat(ended.status()).isEqualTo(410);
        assertThat(type(ended)).isEqualTo("application/problem+json");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(type(unknown)).isEqualTo("application/problem+json");
    }

    @Test
    void onlyThePageCountsAsAView() {
        Code code = pages.share(badge);
        get("/v/" + code.value(), "application/vc");
        get("/v/" + code.value(), BROWSER);

        assertThat(pages.views(code)).isEqualTo(1);
    }

    @Test
    void aDrawingIsServedAsWhatItIsAndAsPng() {
        StoredImage image = DefaultImage.draw(new AchievementContent(
                "Accueillir", "", "", Category.TECHNICAL, null, null, EvidencePolicy.NONE, "fr", List.of()));
        try (PublicPagesFixture others = PublicPagesFixture.open()) {
            others.issuing.owner.useHandle(handle -> handle.execute(
                    "UPDATE achievement_version SET image = ?, image_type = ?", image.bytes(), image.type()));
            IssuedCredential one = others.issuing.issued();
            String address = "/v/" + others.share(one).value();
            for (String asked : new String[] {address, address + "/badge.png"}) {
                Answer png = others.web.call("GET", asked, Map.of("Accept", "image/png"), new byte[0]);
                assertThat(type(png)).isEqualTo("image/png");
                assertThat(baked(png)).isEqualTo(others.issuing.signed(one.id()).document());
            }
            Answer svg = others.web.call("GET", address, Map.of("Accept", "image/svg+xml"), new byte[0]);
            assertThat(type(svg)).isEqualTo("image/svg+xml");
        }
    }

    private static String baked(Answer answer) {
        return new String(Unbaker.unbakeAll(answer.body()).texts().get(0).content(), StandardCharsets.UTF_8);
    }

    @Test
    void scriptsOfEveryOriginReadTheFilesAndNoCookieIsInPlay() {
        for (String file : new String[] {"/badge.json", "/badge.jwt", "/picture", "/badge.png", "/qr.svg"}) {
            Answer answer = get(path + file, "*/*");
            assertThat(answer.header("Access-Control-Allow-Origin")).as(file).isEqualTo("*");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
            assertThat(answer.header("Set-Cookie")).isNull();
        }
    }

    /** Wallets that read an address parse whatever it answers. */
    @Test
    void theAddressOfTheJsonFileAnswersJsonWhateverIsAskedFor() {
        for (String accept : new String[] {BROWSER, "*/*", "text/plain"}) {
            Answer answer = get(path + "/badge.json", accept);
            assertThat(answer.text()).as(accept).isEqualTo(document());
        }
    }
}
