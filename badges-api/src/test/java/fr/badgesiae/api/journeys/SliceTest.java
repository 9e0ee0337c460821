package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.ViewportSize;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A counsellor, a worker and an employer in separate browsers, from a new badge to a revoked badge. */
@ExtendWith(BrowserAndServer.Entrance.class)
class SliceTest {
    private static final String OWN_PIN = "407193";

    private BrowserAndServer site;
    private String login;

    @BeforeEach
    void enter(BrowserAndServer site) {
        this.site = site;
        login = site.member(site.organisation("Atelier des Deux Rives"), "COUNSELLOR");
    }

    @Test
    void aBadgeIsAwardedClaimedScannedAndTakenBack() {
        try (BrowserContext counsellor = site.desk();
                BrowserContext worker = site.phone();
                BrowserContext employer = site.phone()) {
            Page desk = counsellor.newPage();
            signIn(desk);
            publishBadge(desk);
            addWorker(desk);
            Slip slip = offer(desk);
            Page phone = worker.newPage();
            claim(phone, slip);
            String link = share(phone);
            Page scan = employer.newPage();
            visit(scan, link);
            assertThat(headline(scan)).contains("authentique");
            assertThat(scan.locator("main").innerText())
                    .contains("Atelier des Deux Rives")
                    .contains("Préparer un chantier")
                    .contains("Alix E.");
            assertThat(employer.cookies()).isEmpty();
            assertFirstScreen(scan);
            revoke(desk);
            visit(scan, link);
            assertThat(headline(scan)).contains("retiré");
        }
    }

    /** On a small phone the employer reads verdict, badge and issuer without scrolling. */
    private static void assertFirstScreen(Page scan) {
        scan.setViewportSize(360, 640);
        for (String part : new String[] {".verdict h1", ".badge-head h2", ".facts .with-logo strong"}) {
            BoundingBox box = scan.locator(part).first().boundingBox();
            assertThat(box.y + box.height).as(part).isLessThanOrEqualTo(640);
        }
        scan.setViewportSize(360, 740);
    }

    private record Slip(String address, String pin) {}

    private void visit(Page page, String path) {
        page.navigate(site.url(path));
        Browser.inspect(page);
    }

    private static void press(Page page, String button) {
        Locator main = page.locator("main");
        main.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .or(main.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(button).setExact(true)))
                .first()
                .click();
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        Browser.inspect(page);
    }

    private static String headline(Page page) {
        return page.locator("h1").innerText().toLowerCase(Locale.FRENCH);
    }

    private void signIn(Page desk) {
        visit(desk, "/app");
        desk.fill("#f-login", login);
        desk.fill("#f-password", BrowserAndServer.PASSWORD);
        press(desk, "Se connecter");
        assertThat(desk.url()).endsWith("/app");
    }

    private void publishBadge(Page desk) {
        visit(desk, "/app/badges");
        press(desk, "Nouveau badge");
        desk.fill("#f-name", "Préparer un chantier");
        desk.fill("#f-description", "Préparer seul les outils et la zone de travail.");
        press(desk, "Enregistrer");
        assertThat(desk.locator("#e-criteria").innerText()).contains("Dites ce que la personne a fait");
        desk.fill("#f-criteria", "Prépare les outils, balise la zone, range après le travail.");
        desk.selectOption("#f-category", "TECHNICAL");
        desk.selectOption("#f-level", "PRACTISES");
        press(desk, "Enregistrer");
        press(desk, "Publier la version 1");
        assertThat(headline(desk)).contains("publier la version 1");
        press(desk, "Publier la version 1");
        assertThat(desk.locator("main").innerText()).contains("Publié, version 1");
    }

    private void addWorker(Page desk) {
        visit(desk, "/app/workers");
        press(desk, "Ajouter une personne");
        desk.fill("#f-firstName", "Alix");
        desk.fill("#f-lastName", "Exemple");
        press(desk, "Enregistrer");
        assertThat(desk.locator("h1").innerText()).isEqualTo("Alix Exemple");
    }

    private Slip offer(Page desk) {
        press(desk, "Proposer un badge");
        assertThat(desk.locator("main").innerText()).contains("Voir ce qui sera signé");
        desk.selectOption("#f-version", new SelectOption().setIndex(1));
        desk.fill("#f-narrative", "Alix a préparé quatre chantiers, de la liste des outils à la zone balisée.");
        desk.locator("main form button[type=submit]").first().click();
        Browser.inspect(desk);
        assertThat(desk.locator("main").innerText()).contains("Alix a préparé quatre chantiers");
        desk.check("#f-noticeDay-today");
        desk.locator("form[action='/app/offers'] button[type=submit]").click();
        Browser.inspect(desk);
        desk.locator("form[action$='/slip'] button[type=submit]").first().click();
        Browser.inspect(desk);
        String address = Browser.scan(desk.locator("svg.qr"));
        String pin = desk.locator(".big-code").last().innerText().replaceAll("\\D", "");
        assertThat(address).startsWith(site.url("/claim/"));
        assertThat(pin).hasSize(6);
        return new Slip(address, pin);
    }

    private void claim(Page phone, Slip slip) {
        visit(phone, slip.address());
        phone.fill("#f-pin", slip.pin());
        submit(phone);
        assertThat(phone.url())
                .doesNotContain(slip.address().substring(slip.address().lastIndexOf('/') + 1));
        assertThat(phone.locator("main").innerText()).contains("Préparer un chantier");
        phone.locator("a[href='/claim/badge/name']").click();
        Browser.inspect(phone);
        submit(phone);
        submit(phone);
        phone.fill("#f-pin", OWN_PIN);
        phone.fill("#f-again", OWN_PIN);
        submit(phone);
        // whoever finds the card learns neither name nor initial
        assertThat(phone.locator(".wallet").innerText()).contains("Votre carte").doesNotContain("Alix", "Exemple");
        phone.locator("a[href='/claim/badge/card']").click();
        Browser.inspect(phone);
        submit(phone);
        assertThat(phone.url()).endsWith("/me");
        assertThat(phone.locator("main").innerText()).contains("Préparer un chantier");
    }

    private String share(Page phone) {
        phone.locator("a[href^='/me/badges/']").first().click();
        Browser.inspect(phone);
        assertThat(phone.locator("main").innerText())
                .contains(
                        "Préparer seul les outils et la zone de travail.",
                        "Alix a préparé quatre chantiers",
                        "Prépare les outils, balise la zone, range après le travail.");
        phone.fill("#f-label", "Entretien du garage");
        phone.locator("form[action$='/share'] button.primary").click();
        Browser.inspect(phone);
        String link = Browser.scan(phone.locator(".qr"));
        assertThat(link).startsWith(site.url("/v/"));
        return link;
    }

    private void revoke(Page desk) {
        visit(desk, "/app/credentials");
        sorts(desk);
        desk.locator("main .rows tbody a").first().click();
        Browser.inspect(desk);
        press(desk, "Retirer ce badge");
        desk.locator("input[name=reason]").first().check();
        desk.check("#f-sure");
        desk.locator("main form button[type=submit]").first().click();
        Browser.inspect(desk);
    }

    /** By the header where it is seen, by a select where it is not: never by both, nor by what is out of sight. */
    private static void sorts(Page desk) {
        ViewportSize size = desk.viewportSize();
        for (int width : new int[] {360, 1280}) {
            desk.setViewportSize(width, size.height);
            assertThat(desk.locator("#f-sort").isVisible()).isEqualTo(width == 360);
            assertThat(desk.locator(".rows thead a").first().isVisible()).isEqualTo(width == 1280);
        }
        desk.setViewportSize(size.width, size.height);
    }

    private static void submit(Page page) {
        page.locator("main form:not([action='/me/close']) button[type=submit]")
                .first()
                .click();
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        Browser.inspect(page);
    }
}
