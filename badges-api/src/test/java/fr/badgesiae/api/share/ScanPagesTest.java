package fr.badgesiae.api.share;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.db.CountingDataSource;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScanPagesTest {
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

    private static Answer scan(Code code, String language) {
        return pages.web.browse("/v/" + code.value(), language);
    }

    private static String heading(Answer answer) {
        String text = answer.text();
        return text.substring(text.indexOf("<h1>") + 4, text.indexOf("</h1>")).strip();
    }

    @Test
    void aGoodBadgeIsAuthenticAndSaysWhoWhatAndWhen() {
        Answer page = scan(pages.share(badge), "fr");
        assertThat(page.status()).isEqualTo(200);
        assertThat(heading(page)).isEqualTo("Authentique");
        assertThat(page.text())
                .contains("Accueillir le public", "Alix E.", "Atelier des Deux Rives", "2 novembre 2026")
                .contains("Accueille le public et l’oriente « avec soin » 😀.", "Deux semaines à l’accueil")
                .contains(
                        "Le badge montre «\u00a0Alix E.\u00a0»\u00a0: le prénom et la première lettre du nom.",
                        "Ne demandez jamais son code secret")
                .contains("La signature est juste", "<details>")
                .doesNotContain(">verification.", "<script>", "style=");
        assertThat(page.text())
                .contains("Un document avec ce prénom et un nom qui commence ainsi suffit")
                .doesNotContain("Un document à ce nom suffit");
        assertThat(pages.web
                        .browse("/v/" + pages.share(badge).value() + "?facile=1", "fr")
                        .text())
                .contains("Le prénom doit être le même.", "Le nom doit commencer par la même lettre.");
        assertThat(heading(scan(pages.share(badge), "en"))).isEqualTo("Authentic");
    }

    @Test
    void thePageTellsWhoTheIssuerIsAndHowToReachIt() {
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE organisation SET description = 'Un atelier inventé.', town = 'Exempleville',"
                        + " public_email = 'bonjour@exemple.invalid', website = 'https://exemple.invalid/' WHERE id = ?",
                pages.issuing.organisation.value()));
        String path = "/issuers/" + pages.issuing.organisation;
        assertThat(scan(pages.share(badge), "fr").text())
                .contains("Un atelier inventé.", "Exempleville", "<a href=\"mailto:bonjour@exemple.invalid\">")
                .contains("<a href=\"https://exemple.invalid/\"", "<a href=\"" + path + "\">")
                .contains("<img src=\"" + path + "/logo\"", "Accueil et renseignements", "/image?side=card\"");
    }

    @Test
    void aPastedAddressLeadsToItsBadge() {
        String code = pages.share(badge).value();
        for (String pasted : List.of(
                "http://localhost:8080/v/" + code,
                "LOCALHOST:8080/v/" + code.toLowerCase(Locale.ROOT),
                " http://localhost:8080/v/" + code + "?lang=en ")) {
            Answer answer = pages.web.browse("/v?code=" + URLEncoder.encode(pasted, StandardCharsets.UTF_8), "fr");
            assertThat(answer.header("Location")).as(pasted).endsWith("/v/" + code);
        }
        Answer elsewhere = pages.web.browse("/v?code=https%3A%2F%2Fexemple.invalid%2Fv%2F" + code, "fr");
        assertThat(elsewhere.status()).isEqualTo(422);
    }

    @Test
    void aBadgeOfAPausedOrganisationStaysAuthenticAndSaysSinceWhen() {
        pages.issuing.owner.useHandle(handle -> {
            handle.execute("INSERT INTO organisation (id, kind, legal_name, public_name, created_at, updated_at)"
                    + " VALUES (gen_random_uuid(), 'NETWORK', 'Réseau Exemple', 'Réseau Exemple', now(), now())");
            handle.execute(
                    "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on, state,"
                            + " suspended_on, suspended_reason) SELECT gen_random_uuid(), id, ?, now(), '2025-01-01',"
                            + " 'SUSPENDED', '2026-10-05', 'Une raison' FROM organisation WHERE kind = 'NETWORK'",
                    pages.issuing.organisation.value());
        });
        Answer page = scan(pages.share(badge), "fr");
        pages.issuing.owner.useHandle(handle -> handle.execute("DELETE FROM network_membership"));
        assertThat(heading(page)).isEqualTo("Authentique");
        assertThat(page.text())
                .contains("Rattachement au réseau «\u00a0Réseau Exemple\u00a0» en pause depuis le 5 octobre 2026.")
                .contains("trust.")
                .doesNotContain("Une raison");
    }

    @Test
    void thePageIsSmallAndSetsNoCookieAndIsKeptNowhere() {
        Answer page = pages.web.browse("/v/" + pages.share(badge).value() + "?lang=en", "fr");
        assertThat(page.body().length).isLessThan(40_000);
        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void thePageLinksTheSkillTheBadgeAndTheOrganisation() {
        assertThat(scan(pages.share(badge), "fr").text())
                .contains(">Accueil et renseignements</a>", "ROME 4.0, M1601", "<a href=\"/achievements/")
                .contains("<a href=\"/issuers/" + pages.issuing.organisation + "\">")
                .doesNotContain("did:web:");
    }

    @Test
    void theEasyVersionNamesAndLinksTheSkillsInEasyWords() {
        assertThat(pages.web
                        .browse("/v/" + pages.share(badge).value() + "?facile=1", "fr")
                        .text())
                .contains("Ce badge parle de ces métiers ou de ces savoir-faire\u00a0:")
                .contains(">Accueil et renseignements</a>", "rel=\"external nofollow noopener noreferrer\"");
    }

    @Test
    void thePrintedPageLeadsBackToItself() {
        Code code = pages.share(badge);
        String address = pages.issuing.node.platform.settings().url("/v/" + code.value());
        assertThat(scan(code, "fr").text())
                .containsSubsequence(
                        "<div class=\"print-only printed\"><svg class=\"qr\"",
                        QrCode.of(address).path(),
                        address);
    }

    @Test
    void aRevocationShowsInTheVeryNextScan() {
        IssuedCredential other = pages.issuing.issued();
        Code code = pages.share(other);
        assertThat(heading(scan(code, "fr"))).isEqualTo("Authentique");
        pages.revoke(other.id(), PublicReason.WRONG_PERSON);
        Answer page = scan(code, "fr");
        assertThat(heading(page)).isEqualTo("Retiré le 2 novembre 2026");
        assertThat(page.text())
                .contains("Raison\u00a0: badge remis par erreur.")
                .doesNotContain("Pas authentique");
        assertThat(heading(scan(code, "en"))).isEqualTo("Revoked on 2 November 2026");
    }

    @Test
    void aScanReadsTheBadgeAndWhetherItsStatusListChanged() {
        List<CountingDataSource> counting = new ArrayList<>();
        WebHarness web = pages.pagesOn(pages.issuing.watched(source -> {
            counting.add(new CountingDataSource(source, thread -> true));
            return counting.get(0);
        }));
        String path = "/v/" + pages.share(badge).value();
        assertThat(heading(web.browse(path, "fr"))).isEqualTo("Authentique");
        counting.get(0).drain();
        assertThat(heading(web.browse(path, "fr"))).isEqualTo("Authentique");
        assertThat(counting.get(0).drain())
                .satisfiesExactly(
                        badge -> assertThat(badge).contains("shared_badge"),
                        list -> assertThat(list).contains("published_status_version"));
    }

    @Test
    void aChangedBadgeIsNotAuthenticAndItsContentIsNotShown() {
        IssuedCredential other = pages.issuing.issued();
        Code code = pages.share(other);
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET document = replace(document, 'avec soin', 'avec panache')"
                        + " WHERE credential_id = ?",
                other.id().value()));
        Answer page = scan(code, "fr");
        assertThat(heading(page)).isEqualTo("Pas authentique");
        assertThat(page.text()).doesNotContain("panache", "Alix E.");
    }

    @Test
    void aLinkSwitchedOffOrPastIsGone() {
        Code off = pages.share(badge, pages.issuing.now().plus(Duration.ofDays(1)), pages.issuing.now());
        Code past = pages.share(badge, pages.issuing.now().minusSeconds(1), null);
        for (Code code : new Code[] {off, past}) {
            Answer page = scan(code, "fr");
            assertThat(page.status()).isEqualTo(410);
            assertThat(page.text()).contains("Ce badge n’est plus partagé").doesNotContain("Alix", "Atelier");
            assertThat(pages.web
                            .browse("/v/" + code.value() + "/badge.json", "fr")
                            .status())
                    .isEqualTo(410);
        }
    }

    @Test
    void anUnknownCodeIsNotFoundAndCanBeTypedAgain() {
        for (String code : new String[] {"0000-0000-0000-0000", "no-code"}) {
            Answer page = pages.web.browse("/v/" + code, "fr");
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).contains("Aucun badge partagé ne porte ce code", "name=\"code\"");
        }
    }

    @Test
    void aTypedCodeIsNormalisedAndLeadsToItsPage() {
        Code code = pages.share(badge);
        String typed = code.grouped().toLowerCase(Locale.ROOT).replace("-", "%20");
        Answer found = pages.web.browse("/v?code=" + typed, "fr");
        assertThat(found.status()).isEqualTo(303);
        assertThat(found.header("Location")).endsWith("/v/" + code.value());
        assertThat(pages.web.browse("/v", "fr").status()).isEqualTo(200);
        Answer wrong = pages.web.browse("/v?code=%3Cb%3E", "fr");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("aria-invalid=\"true\"", "&lt;b>").doesNotContain("<b>");
    }

    @Test
    void onlyTheFullPageCountsAsAView() {
        Code code = pages.share(badge);
        scan(code, "fr");
        scan(code, "fr");
        pages.web.browse("/v/" + code.value() + "?facile=1", "fr");
        pages.web.browse("/v/" + code.value() + "/badge.json", "fr");
        assertThat(pages.views(code)).isEqualTo(2);
    }

    @Test
    void theEasyVersionSaysTheSameInShortSentences() {
        Answer page = pages.web.browse("/v/" + pages.share(badge).value() + "?facile=1", "fr");
        assertThat(heading(page)).isEqualTo("Authentique");
        assertThat(page.text())
                .contains(
                        "La structure a bien signé ce badge.",
                        "Alix E.",
                        "Revenir à la version complète",
                        "class=\"easy\"");
    }

    @Test
    void downloadsAreTheSignedBytesAsReleased() {
        Code code = pages.share(badge);
        String path = "/v/" + code.value();
        Answer json = pages.web.call("GET", path + "/badge.json", Map.of(), new byte[0]);
        assertThat(json.text()).isEqualTo(pages.issuing.signed(badge.id()).document());
        assertThat(json.header("Content-Type")).isEqualTo("application/vc");
        assertThat(json.header("Content-Disposition")).contains("badge-accueillir-le-public.json");
        Answer jwt = pages.web.call("GET", path + "/badge.jwt", Map.of(), new byte[0]);
        assertThat(jwt.text()).isEqualTo(pages.issuing.signed(badge.id()).jwt());
        assertThat(jwt.header("Content-Type")).isEqualTo("application/vc+jwt");
        assertThat(pages.web
                        .call("GET", path + "/qr.svg", Map.of(), new byte[0])
                        .text())
                .startsWith("<svg")
                .contains(
                        ">" + code.grouped().substring(0, 10) + "</text>",
                        ">" + code.grouped().substring(10) + "</text>");
        assertThat(pages.web
                        .call("GET", path + "/qr.png", Map.of(), new byte[0])
                        .header("Content-Type"))
                .isEqualTo("image/png");
    }

    @Test
    void thePreviewOfALinkNamesNobody() {
        for (String version : new String[] {"", "?facile=1"}) {
            String page = pages.web
                    .browse("/v/" + pages.share(badge).value() + version, "fr")
                    .text();
            String head = page.substring(0, page.indexOf("</head>"));
            assertThat(head)
                    .contains("<meta property=\"og:title\" content=\"Vérification d’un badge\">")
                    .contains("<meta property=\"og:description\"")
                    .doesNotContain("Alix", "Accueillir", "Atelier");
        }
    }

    @Test
    void thePageNamesTheBadgeForPrograms() {
        String path = "/v/" + pages.share(badge).value();
        assertThat(pages.web.browse(path, "fr").text())
                .contains("<link rel=\"alternate\" type=\"application/vc\" href=\"" + path + "/badge.json\">");
    }

    @Test
    void aPhotographOfOurOwnCodeIsJudgedAsTheBadgeBehindIt() {
        String path = "/v/" + pages.share(badge).value();
        byte[] png =
                pages.web.call("GET", path + "/qr.png", Map.of(), new byte[0]).body();
        Answer report = pages.web.call("POST", "/api/v1/verifications", Map.of("Content-Type", "image/png"), png);
        assertThat(report.text()).contains("\"verdict\":\"VALID\"", "format.qr");
    }
}
