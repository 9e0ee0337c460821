package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a new badge to a revoked badge, by keyboard only. */
@ExtendWith(BrowserAndServer.Entrance.class)
class KeyboardTest {
    private BrowserAndServer site;
    private String login;

    @BeforeEach
    void enter(BrowserAndServer site) {
        this.site = site;
        OrganisationId organisation = site.organisation("Atelier du Clavier");
        login = site.member(organisation, "COUNSELLOR");
    }

    @Test
    void theKeyboardAloneAwardsClaimsSharesScansAndTakesBack() {
        try (BrowserContext counsellor = site.desk();
                BrowserContext worker = site.phone();
                BrowserContext employer = site.phone()) {
            Page desk = counsellor.newPage();
            signIn(desk);
            publishBadge(desk);
            addWorker(desk);
            offer(desk);
            Page phone = worker.newPage();
            claim(phone, desk);
            String code = share(phone);
            Page scan = employer.newPage();
            check(scan, code);
            assertThat(headline(scan)).contains("authentique");
            revoke(desk);
            check(scan, code);
            assertThat(headline(scan)).contains("retiré");
        }
    }

    private static String headline(Page page) {
        return page.locator("h1").innerText().toLowerCase(Locale.FRENCH);
    }

    private Keyboard visit(Page page, String path) {
        page.navigate(site.url(path));
        return new Keyboard(page);
    }

    private void signIn(Page desk) {
        visit(desk, "/")
                .follow("a[href='/signin']")
                .skip()
                .to("#f-login")
                .type(login)
                .to("#f-password")
                .type(BrowserAndServer.PASSWORD)
                .leave("Enter");
        assertThat(desk.url()).endsWith("/app");
    }

    private static void publishBadge(Page desk) {
        Keyboard keys = new Keyboard(desk)
                .follow("nav a[href='/app/badges']")
                .skip()
                .follow("a[href='/app/badges/new']")
                .skip()
                .to("#f-name")
                .type("Tenir un atelier")
                .to("#f-description")
                .type("Tient son poste et le range.")
                .to("main form button")
                .leave("Space");
        assertThat(desk.evaluate("document.activeElement.innerText").toString())
                .contains("Dites ce que la personne a fait");
        keys.to("a[href='#f-criteria']").press("Enter");
        assertThat(desk.evaluate("document.activeElement.id")).isEqualTo("f-criteria");
        keys.from("#f-criteria")
                .type("Tient son poste pendant une semaine.")
                .to("#f-category")
                .press("ArrowDown")
                .follow("main form button")
                .skip()
                .follow("main a[href$='/publish']")
                .skip()
                .follow("form[action$='/publish'] button");
        assertThat(desk.locator("main").innerText()).contains("Publié, version 1");
    }

    private static void addWorker(Page desk) {
        new Keyboard(desk)
                .follow("nav a[href='/app/workers']")
                .skip()
                .follow("a[href='/app/workers/new']")
                .skip()
                .to("#f-firstName")
                .type("Alix")
                .to("#f-lastName")
                .type("Exemple")
                .leave("Enter");
        assertThat(desk.locator("h1").innerText()).isEqualTo("Alix Exemple");
    }

    private static void offer(Page desk) {
        new Keyboard(desk)
                .skip()
                .follow("a[href^='/app/offers/new']")
                .skip()
                .to("#f-version")
                .press("ArrowDown")
                .to("#f-narrative")
                .type("Alix a tenu son poste toute la semaine.")
                .follow("main form button")
                .skip()
                .to("#f-noticeDay-today")
                .press("Space")
                .follow("form[action='/app/offers'] button")
                .skip()
                .follow("form[action$='/slip'] button");
        assertThat(desk.locator(".big-code").count()).isEqualTo(2);
    }

    private void claim(Page phone, Page slip) {
        Keyboard keys = visit(phone, "/")
                .skip()
                .follow("a[href='/claim']")
                .to("#f-code")
                .type(slip.locator(".big-code").first().innerText())
                .leave("Enter")
                .to("#f-pin")
                .type(slip.locator(".big-code").last().innerText())
                .leave("Enter");
        assertThat(phone.locator("main").innerText()).contains("Tenir un atelier");
        keys.follow("a[href='/claim/badge/name']").to("input[value=FIRST_AND_INITIAL]");
        keys.press("ArrowDown");
        assertThat(phone.isChecked("input[value=FIRST_AND_INITIAL]")).isFalse();
        keys.press("ArrowUp");
        assertThat(phone.isChecked("input[value=FIRST_AND_INITIAL]")).isTrue();
        keys.follow("main form button")
                .to("form[action='/claim/badge/accept'] button")
                .leave("Space")
                .to("#f-pin")
                .type("407193")
                .to("#f-again")
                .type("407193")
                .leave("Enter")
                .follow("main a[href='/claim/badge/card']")
                .follow("form[action='/claim/badge/card'] button");
        assertThat(phone.url()).endsWith("/me");
    }

    private static String share(Page phone) {
        new Keyboard(phone)
                .skip()
                .follow("a[href^='/me/badges/']")
                .to("#f-label")
                .type("Entretien du garage")
                .follow("form[action$='/share'] button")
                .to("form[action$='/off'] button");
        String link = phone.locator("main a[href^='/v/'] code").innerText();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private void check(Page scan, String code) {
        visit(scan, "/")
                .to("#f-code")
                .type(code)
                .leave("Enter")
                .skip()
                .to("details:has(.checks) summary")
                .press("Space");
        assertThat(scan.locator("details > .checks").first().isVisible()).isTrue();
    }

    private static void revoke(Page desk) {
        new Keyboard(desk)
                .skip()
                .follow("main a.button[href^='/app/offers/']")
                .follow("nav a[href='/app/credentials']")
                .skip()
                .follow("main .rows tbody a")
                .skip()
                .follow("a[href$='/revoke']")
                .skip()
                .to("input[name=reason]")
                .press("Space")
                .press("ArrowDown")
                .to("#f-sure")
                .press("Space")
                .follow("main form button");
        assertThat(desk.locator("main .notice.warning").innerText()).contains("Retiré");
    }
}
