package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** A counsellor with one published badge at the desk; acts only through pages. */
final class Counsellor {
    private final BrowserAndServer site;
    private final Page desk;

    Counsellor(BrowserAndServer site, Page desk, String login) {
        this.site = site;
        this.desk = desk;
        desk.navigate(site.url("/signin"));
        desk.fill("#f-login", login);
        desk.fill("#f-password", BrowserAndServer.PASSWORD);
        desk.click("main form button");
    }

    Page desk() {
        return desk;
    }

    void publishBadge(String name) {
        visit("/app/badges/new");
        desk.fill("#f-name", name);
        desk.fill("#f-description", "Prépare les outils et la zone de travail.");
        desk.fill("#f-criteria", "Prépare les outils, balise la zone, range après le travail.");
        desk.selectOption("#f-category", "TECHNICAL");
        desk.click("main form button");
        desk.click("main a[href$='/publish']");
        desk.click("form[action$='/publish'] button");
    }

    /**
     * Offers the badge to a new worker.
     *
     * @return the offer's address
     */
    String offer(String firstName, String narrative) {
        visit("/app/workers/new");
        desk.fill("#f-firstName", firstName);
        desk.fill("#f-lastName", "Exemple");
        desk.click("main form button");
        desk.click("main a[href^='/app/offers/new']");
        desk.selectOption("#f-version", new SelectOption().setIndex(1));
        desk.fill("#f-narrative", narrative);
        desk.click("main form button");
        desk.check("#f-noticeDay-today");
        desk.click("form[action='/app/offers'] button");
        desk.waitForURL("**/app/offers/*-*");
        return desk.url().replaceFirst("\\?.*", "");
    }

    Slip slip(String offer) {
        visit(offer);
        desk.click("form[action$='/slip'] button");
        return new Slip(
                desk.locator(".big-code").first().innerText(),
                desk.locator(".big-code").last().innerText());
    }

    /** The text of the offer's page. */
    String says(String offer) {
        return visit(offer).locator("main").innerText();
    }

    Page visit(String path) {
        desk.navigate(site.url(path));
        return desk;
    }

    /** The two parts of a slip. */
    record Slip(String code, String pin) {}
}
