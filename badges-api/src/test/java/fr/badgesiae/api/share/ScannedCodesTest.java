package fr.badgesiae.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codes that are typed, unknown or ended, and the files behind a link. */
class ScannedCodesTest {
    @RegisterExtension
    static final ScannedBadge scanned = new ScannedBadge();

    @Test
    void aPastedAddressLeadsToItsBadge() {
        String code = scanned.pages.share(scanned.badge).value();
        for (String pasted : List.of(
                "http://localhost:8080/v/" + code,
                "LOCALHOST:8080/v/" + code.toLowerCase(Locale.ROOT),
                " http://localhost:8080/v/" + code + "?lang=en ")) {
            Answer answer =
                    scanned.pages.web.browse("/v?code=" + URLEncoder.encode(pasted, StandardCharsets.UTF_8), "fr");
            assertThat(answer.header("Location")).as(pasted).endsWith("/v/" + code);
        }
        Answer elsewhere = scanned.pages.web.browse("/v?code=https%3A%2F%2Fexemple.invalid%2Fv%2F" + code, "fr");
        assertThat(elsewhere.status()).isEqualTo(422);
    }

    @Test
    void aLinkSwitchedOffOrPastIsGone() {
        Code off = scanned.pages.share(
                scanned.badge, scanned.pages.issuing.now().plus(Duration.ofDays(1)), scanned.pages.issuing.now());
        Code past =
                scanned.pages.share(scanned.badge, scanned.pages.issuing.now().minusSeconds(1), null);
        for (Code code : new Code[] {off, past}) {
            Answer page = scanned.scan(code, "fr");
            assertThat(page.status()).isEqualTo(410);
            assertThat(page.text()).contains("Ce badge n’est plus partagé").doesNotContain("Alix", "Atelier");
            assertThat(scanned.pages
                            .web
                            .browse("/v/" + code.value() + "/badge.json", "fr")
                            .status())
                    .isEqualTo(410);
        }
    }

    @Test
    void anUnknownCodeIsNotFoundAndCanBeTypedAgain() {
        for (String code : new String[] {"0000-0000-0000-0000", "no-code"}) {
            Answer page = scanned.pages.web.browse("/v/" + code, "fr");
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).contains("Aucun badge partagé ne porte ce code", "name=\"code\"");
        }
    }

    @Test
    void aTypedCodeIsNormalisedAndLeadsToItsPage() {
        Code code = scanned.pages.share(scanned.badge);
        String typed = code.grouped().toLowerCase(Locale.ROOT).replace("-", "%20");
        Answer found = scanned.pages.web.browse("/v?code=" + typed, "fr");
        assertThat(found.status()).isEqualTo(303);
        assertThat(found.header("Location")).endsWith("/v/" + code.value());
        assertThat(scanned.pages.web.browse("/v", "fr").status()).isEqualTo(200);
        Answer wrong = scanned.pages.web.browse("/v?code=%3Cb%3E", "fr");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("aria-invalid=\"true\"", "&lt;b>").doesNotContain("<b>");
    }

    @Test
    void onlyTheFullPageCountsAsAView() {
        Code code = scanned.pages.share(scanned.badge);
        scanned.scan(code, "fr");
        scanned.scan(code, "fr");
        scanned.pages.web.browse("/v/" + code.value() + "?facile=1", "fr");
        scanned.pages.web.browse("/v/" + code.value() + "/badge.json", "fr");
        assertThat(scanned.pages.views(code)).isEqualTo(2);
    }

    @Test
    void downloadsAreTheSignedBytesAsReleased() {
        Code code = scanned.pages.share(scanned.badge);
        String path = "/v/" + code.value();
        Answer json = scanned.pages.web.call("GET", path + "/badge.json", Map.of(), new byte[0]);
        assertThat(json.text())
                .isEqualTo(scanned.pages.issuing.signed(scanned.badge.id()).document());
        assertThat(json.header("Content-Type")).isEqualTo("application/vc");
        assertThat(json.header("Content-Disposition")).contains("badge-accueillir-le-public.json");
        Answer jwt = scanned.pages.web.call("GET", path + "/badge.jwt", Map.of(), new byte[0]);
        assertThat(jwt.text())
                .isEqualTo(scanned.pages.issuing.signed(scanned.badge.id()).jwt());
        assertThat(jwt.header("Content-Type")).isEqualTo("application/vc+jwt");
        assertThat(scanned.pages
                        .web
                        .call("GET", path + "/qr.svg", Map.of(), new byte[0])
                        .text())
                .startsWith("<svg")
                .contains(
                        ">" + code.grouped().substring(0, 10) + "</text>",
                        ">" + code.grouped().substring(10) + "</text>");
        assertThat(scanned.pages
                        .web
                        .call("GET", path + "/qr.png", Map.of(), new byte[0])
                        .header("Content-Type"))
                .isEqualTo("image/png");
    }

    @Test
    void aPhotographOfOurOwnCodeIsJudgedAsTheBadgeBehindIt() {
        String path = "/v/" + scanned.pages.share(scanned.badge).value();
        byte[] png = scanned.pages
                .web
                .call("GET", path + "/qr.png", Map.of(), new byte[0])
                .body();
        Answer report =
                scanned.pages.web.call("POST", "/api/v1/verifications", Map.of("Content-Type", "image/png"), png);
        assertThat(report.text()).contains("\"verdict\":\"VALID\"", "format.qr");
    }
}
