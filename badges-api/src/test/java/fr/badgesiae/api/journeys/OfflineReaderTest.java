package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.badgesiae.api.AcceptedBadges;
import fr.badgesiae.api.OfflineBadges;
import fr.badgesiae.api.offline.code.CodeText;
import fr.badgesiae.api.offline.code.MakeCode;
import fr.badgesiae.api.platform.qr.QrPicture;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page that reads codes, by an employer's phone without a network. */
@ExtendWith(BrowserAndServer.Entrance.class)
class OfflineReaderTest {
    /** Opens the page once with a network: it is kept, with what is known. */
    private static Page visited(BrowserAndServer site, BrowserContext employer) {
        Page page = employer.newPage();
        page.navigate(site.url("/scan"));
        page.waitForSelector("[data-kept]");
        page.waitForFunction("document.querySelector('[data-part=knowledge]').textContent.includes('202')");
        return page;
    }

    static String verdict(Page page, String text) {
        page.fill("#f-code", text);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Vérifier").setExact(true))
                .click();
        page.waitForSelector("[data-reader]:not([aria-busy])");
        return page.locator("[data-answer]:visible").getAttribute("data-answer");
    }

    private static String headline(Page page) {
        return page.locator("[data-answer]:visible h2").innerText();
    }

    @Test
    void withoutANetworkTheReaderTellsGenuineCodesFromOthers(BrowserAndServer site) {
        OfflineBadges badges = new OfflineBadges(site.server(), "Atelier des Rives", "90000000100011");
        OfflineBadges retired = new OfflineBadges(site.server(), "Atelier du Lac", "90000000100029");
        OfflineBadges compromised = new OfflineBadges(site.server(), "Atelier du Pont", "90000000100037");
        AcceptedBadges.Accepted held = badges.accepted();
        MakeCode.Made genuine = badges.code(held);
        AcceptedBadges.Accepted later = badges.accepted();
        MakeCode.Made revokedLater = badges.code(later);
        AcceptedBadges.Accepted before = badges.accepted();
        MakeCode.Made revokedBefore = badges.code(before);
        badges.withdraw(before, revokedBefore.edition());
        String ofRetired = retired.code(retired.accepted()).address();
        String ofCompromised = compromised.code(compromised.accepted()).address();
        retired.end("RETIRED");
        compromised.end("COMPROMISED");
        CodeText.Read read = CodeText.read(genuine.address());
        try (BrowserContext employer = site.phone()) {
            badges.awaitPublished();
            Page page = visited(site, employer);
            employer.setOffline(true);
            badges.withdraw(later, revokedLater.edition());
            page.reload();
            assertThat(page.locator("h1").innerText()).isEqualTo("Lire le code d’un badge");
            Browser.inspect(page);

            assertThat(verdict(page, revokedLater.address())).isEqualTo("SIGNATURE_RIGHT");
            assertThat(headline(page)).contains("non retiré au", today());
            assertThat(page.locator("[data-part=knowledge]").innerText()).contains("date du", today());
            assertThat(verdict(page, genuine.address())).isEqualTo("SIGNATURE_RIGHT");
            assertThat(headline(page)).startsWith("Signature juste").contains("non retiré au");
            assertThat(page.locator("[data-answer]:visible").innerText())
                    .contains("Peindre un mur", "Alix E.", "Atelier des Rives", "Réseau Exemple")
                    .doesNotContain("Authentique");
            Browser.inspect(page);
            int at = genuine.address().length() - 10;
            String altered = genuine.address().substring(0, at)
                    + (genuine.address().startsWith("20", at) ? "21" : "20")
                    + genuine.address().substring(at + 2);
            assertThat(verdict(page, altered)).isEqualTo("ALTERED");
            assertThat(page.locator("[data-answer]:visible").innerText()).doesNotContain("Peindre un mur");
            assertThat(verdict(page, OfflineBadges.forged(read, "another"))).isEqualTo("FORGED");
            assertThat(verdict(page, OfflineBadges.forged(read, read.kid()))).isEqualTo("ALTERED");
            assertThat(verdict(page, ofRetired)).isEqualTo("SIGNATURE_RIGHT");
            assertThat(verdict(page, ofCompromised)).isEqualTo("COMPROMISED");
            CodeText.Read stolen = CodeText.read(ofCompromised);
            assertThat(verdict(page, OfflineBadges.forged(stolen, stolen.kid())))
                    .isEqualTo("ALTERED");
            OfflineBadges newcomer = new OfflineBadges(site.server(), "Atelier du Gué", "90000000100078");
            assertThat(verdict(page, newcomer.code(newcomer.accepted()).address()))
                    .isEqualTo("CANNOT_TELL");
            assertThat(page.locator("[data-answer]:visible").innerText())
                    .contains("ne connaît pas l’auteur de ce code");
            assertThat(verdict(page, revokedBefore.address())).isEqualTo("REVOKED");
            assertThat(verdict(
                            page,
                            "https://ailleurs.invalid"
                                    + genuine.address()
                                            .substring(genuine.address().indexOf("/o#"))))
                    .isEqualTo("SIGNATURE_RIGHT");
            assertThat(verdict(page, "bonjour")).isEqualTo("UNREADABLE");
            String link = site.url("/v/7K3D-9QWX-2M8R-TVAZ");
            page.fill("#f-code", link);
            page.locator("[data-part=form] button").click();
            page.waitForSelector("[data-message=link]:visible");

            page.clock().setFixedTime(Instant.now().plus(8, ChronoUnit.DAYS).toString());
            assertThat(verdict(page, genuine.address())).isEqualTo("CANNOT_TELL");
            assertThat(page.locator("[data-answer]:visible").innerText()).contains("plus de 7");
            page.clock().setFixedTime(Instant.now().toString());

            badges.awaitPublished();
            employer.setOffline(false);
            assertThat(verdict(page, revokedLater.address())).isEqualTo("REVOKED");
            page.clock().setFixedTime(Instant.now().plus(30, ChronoUnit.DAYS).toString());
            assertThat(verdict(page, genuine.address()))
                    .as("a phone whose date is wrong")
                    .isEqualTo("AUTHENTIC");
            page.clock().setFixedTime(Instant.now().toString());
            page.fill("#f-code", link);
            page.locator("[data-part=form] button").click();
            page.waitForURL(address -> address.startsWith(link));
            assertThat(employer.cookies()).isEmpty();
        }
    }

    private static String today() {
        String day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH)
                .format(Instant.now().atZone(ZoneId.of("Europe/Paris")));
        return day.startsWith("1 ") ? "1er" + day.substring(1) : day;
    }

    @Test
    void theAddressInACodeOpensThePageThatJudgesIt(BrowserAndServer site) {
        OfflineBadges badges = new OfflineBadges(site.server(), "Atelier du Quai", "90000000100045");
        String address = badges.code(badges.accepted()).address();
        badges.awaitPublished();
        try (BrowserContext employer = site.phone()) {
            Page page = employer.newPage();
            page.navigate(address);
            page.waitForSelector("[data-answer=AUTHENTIC]:visible");
            page.waitForSelector("[data-kept]");
            assertThat(page.locator("main").innerText()).doesNotContain("notre serveur reçoit");
            page.evaluate("() => new Promise((done) => {"
                    + " window.addEventListener('hashchange', done, {once: true}); location.hash = '#main'; })");
            page.waitForSelector("[data-reader]:not([aria-busy])");
            assertThat(page.locator("[data-answer]:visible").getAttribute("data-answer"))
                    .isEqualTo("AUTHENTIC");
            page.navigate(site.url("/verify"));
            page.fill("#f-text", address);
            page.locator("main form button").click();
            page.waitForSelector("[data-answer=AUTHENTIC]:visible");
            employer.setOffline(true);
            Page again = employer.newPage();
            again.navigate(address);
            again.waitForSelector("[data-answer=SIGNATURE_RIGHT]:visible");
        }
    }

    @Test
    void theCameraAndAPictureAreReadWithoutANetwork(BrowserAndServer site, @TempDir Path folder) {
        OfflineBadges badges = new OfflineBadges(site.server(), "Atelier du Port", "90000000100052");
        String address = badges.code(badges.accepted()).address();
        badges.awaitPublished();
        try (Browser browser = Browser.withCamera(Film.of(address, folder));
                BrowserContext employer = browser.person(360, 740, "fr-FR")) {
            employer.grantPermissions(List.of("camera"));
            Page page = visited(site, employer);
            employer.setOffline(true);
            page.reload();
            page.getByText("Scanner avec l’appareil photo").click();
            page.waitForSelector("[data-answer=SIGNATURE_RIGHT]:visible");
            assertThat(page.locator("[data-answer]:visible").innerText()).contains("Peindre un mur");
            assertThat(page.locator("[data-part=finder]").isVisible()).isFalse();

            page.reload();
            page.setInputFiles(
                    "#f-picture", new FilePayload("code.png", "image/png", QrPicture.png(address, List.of())));
            page.waitForSelector("[data-answer=SIGNATURE_RIGHT]:visible");
            page.setInputFiles("#f-picture", new FilePayload("vide.png", "image/png", new byte[] {1, 2, 3}));
            page.waitForSelector("[data-message=no-code]:visible");
        }
    }

    @Test
    void withoutScriptsTheServerJudgesTheText(BrowserAndServer site) {
        OfflineBadges badges = new OfflineBadges(site.server(), "Atelier du Bac", "90000000100060");
        String address = badges.code(badges.accepted()).address();
        badges.awaitPublished();
        try (BrowserContext employer = site.withoutScripts()) {
            Page page = employer.newPage();
            page.navigate(site.url("/scan"));
            assertThat(page.locator("main").innerText()).contains("notre serveur reçoit ce code");
            page.fill("#f-code", address);
            page.getByText("Vérifier", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(headline(page)).isEqualTo("Authentique");
            assertThat(page.locator("[data-answer]:visible").innerText()).contains("Peindre un mur", "Alix E.");
        }
    }
}
