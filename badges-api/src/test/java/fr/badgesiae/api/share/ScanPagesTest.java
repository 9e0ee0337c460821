package fr.badgesiae.api.share;

import static fr.badgesiae.api.share.ScannedBadge.heading;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.db.CountingDataSource;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScanPagesTest {
    @RegisterExtension
    static final ScannedBadge scanned = new ScannedBadge();

    @Test
    void aGoodBadgeIsAuthenticAndSaysWhoWhatAndWhen() {
        Answer page = scanned.scan(scanned.pages.share(scanned.badge), "fr");
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
        assertThat(scanned.pages
                        .web
                        .browse("/v/" + scanned.pages.share(scanned.badge).value() + "?facile=1", "fr")
                        .text())
                .contains("Le prénom doit être le même.", "Le nom doit commencer par la même lettre.");
        assertThat(heading(scanned.scan(scanned.pages.share(scanned.badge), "en")))
                .isEqualTo("Authentic");
    }

    @Test
    void thePageTellsWhoTheIssuerIsAndHowToReachIt() {
        scanned.pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE organisation SET description = 'Un atelier inventé.', town = 'Exempleville',"
                        + " public_email = 'bonjour@exemple.invalid', website = 'https://exemple.invalid/' WHERE id = ?",
                scanned.pages.issuing.organisation.value()));
        String path = "/issuers/" + scanned.pages.issuing.organisation;
        assertThat(scanned.scan(scanned.pages.share(scanned.badge), "fr").text())
                .contains("Un atelier inventé.", "Exempleville", "<a href=\"mailto:bonjour@exemple.invalid\">")
                .contains("<a href=\"https://exemple.invalid/\"", "<a href=\"" + path + "\">")
                .contains("<img src=\"" + path + "/logo\"", "Accueil et renseignements", "/image?side=card\"");
    }

    @Test
    void aBadgeOfAPausedOrganisationStaysAuthenticAndSaysSinceWhen() {
        scanned.pages.issuing.owner.useHandle(handle -> {
            handle.execute("INSERT INTO organisation (id, kind, legal_name, public_name, created_at, updated_at)"
                    + " VALUES (gen_random_uuid(), 'NETWORK', 'Réseau Exemple', 'Réseau Exemple', now(), now())");
            handle.execute(
                    "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on, state,"
                            + " suspended_on, suspended_reason) SELECT gen_random_uuid(), id, ?, now(), '2025-01-01',"
                            + " 'SUSPENDED', '2026-10-05', 'Une raison' FROM organisation WHERE kind = 'NETWORK'",
                    scanned.pages.issuing.organisation.value());
        });
        Answer page = scanned.scan(scanned.pages.share(scanned.badge), "fr");
        scanned.pages.issuing.owner.useHandle(handle -> handle.execute("DELETE FROM network_membership"));
        assertThat(heading(page)).isEqualTo("Authentique");
        assertThat(page.text())
                .contains("Rattachement au réseau «\u00a0Réseau Exemple\u00a0» en pause depuis le 5 octobre 2026.")
                .contains("trust.")
                .doesNotContain("Une raison");
    }

    @Test
    void thePageIsSmallAndSetsNoCookieAndIsKeptNowhere() {
        Answer page = scanned.pages.web.browse(
                "/v/" + scanned.pages.share(scanned.badge).value() + "?lang=en", "fr");
        assertThat(page.body().length).isLessThan(40_000);
        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void thePageLinksTheSkillTheBadgeAndTheOrganisation() {
        assertThat(scanned.scan(scanned.pages.share(scanned.badge), "fr").text())
                .contains(">Accueil et renseignements</a>", "ROME 4.0, M1601", "<a href=\"/achievements/")
                .contains("<a href=\"/issuers/" + scanned.pages.issuing.organisation + "\">")
                .doesNotContain("did:web:");
    }

    @Test
    void theEasyVersionNamesAndLinksTheSkillsInEasyWords() {
        assertThat(scanned.pages
                        .web
                        .browse("/v/" + scanned.pages.share(scanned.badge).value() + "?facile=1", "fr")
                        .text())
                .contains("Ce badge parle de ces métiers ou de ces savoir-faire\u00a0:")
                .contains(">Accueil et renseignements</a>", "rel=\"external nofollow noopener noreferrer\"");
    }

    @Test
    void thePrintedPageLeadsBackToItself() {
        Code code = scanned.pages.share(scanned.badge);
        String address = scanned.pages.issuing.node.platform.settings().url("/v/" + code.value());
        assertThat(scanned.scan(code, "fr").text())
                .containsSubsequence(
                        "<div class=\"print-only printed\"><svg class=\"qr\"",
                        QrCode.of(address).path(),
                        address);
    }

    @Test
    void aRevocationShowsInTheVeryNextScan() {
        IssuedCredential other = scanned.pages.issuing.issued();
        Code code = scanned.pages.share(other);
        assertThat(heading(scanned.scan(code, "fr"))).isEqualTo("Authentique");
        scanned.pages.revoke(other.id(), PublicReason.WRONG_PERSON);
        Answer page = scanned.scan(code, "fr");
        assertThat(heading(page)).isEqualTo("Retiré le 2 novembre 2026");
        assertThat(page.text())
                .contains("Raison\u00a0: badge remis par erreur.")
                .doesNotContain("Pas authentique");
        assertThat(heading(scanned.scan(code, "en"))).isEqualTo("Revoked on 2 November 2026");
    }

    @Test
    void aScanReadsTheBadgeAndWhetherItsStatusListChanged() {
        List<CountingDataSource> counting = new ArrayList<>();
        WebHarness web = scanned.pages.pagesOn(scanned.pages.issuing.watched(source -> {
            counting.add(new CountingDataSource(source, thread -> true));
            return counting.get(0);
        }));
        String path = "/v/" + scanned.pages.share(scanned.badge).value();
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
        IssuedCredential other = scanned.pages.issuing.issued();
        Code code = scanned.pages.share(other);
        scanned.pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET document = replace(document, 'avec soin', 'avec panache')"
                        + " WHERE credential_id = ?",
                other.id().value()));
        Answer page = scanned.scan(code, "fr");
        assertThat(heading(page)).isEqualTo("Pas authentique");
        assertThat(page.text()).doesNotContain("panache", "Alix E.");
    }

    @Test
    void theEasyVersionSaysTheSameInShortSentences() {
        Answer page = scanned.pages.web.browse(
                "/v/" + scanned.pages.share(scanned.badge).value() + "?facile=1", "fr");
        assertThat(heading(page)).isEqualTo("Authentique");
        assertThat(page.text())
                .contains(
                        "La structure a bien signé ce badge.",
                        "Alix E.",
                        "Revenir à la version complète",
                        "class=\"easy\"");
    }

    @Test
    void thePreviewOfALinkNamesNobody() {
        for (String version : new String[] {"", "?facile=1"}) {
            String page = scanned.pages
                    .web
                    .browse("/v/" + scanned.pages.share(scanned.badge).value() + version, "fr")
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
        String path = "/v/" + scanned.pages.share(scanned.badge).value();
        assertThat(scanned.pages.web.browse(path, "fr").text())
                .contains("<link rel=\"alternate\" type=\"application/vc\" href=\"" + path + "/badge.json\">");
    }
}
