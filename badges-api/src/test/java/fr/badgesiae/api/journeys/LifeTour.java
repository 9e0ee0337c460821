package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** The pages of a badge that is paused, resumed and renewed, alone and with others, at the desk and in the space. */
final class LifeTour {
    private final PageChecks inspector;
    private final Page desk;
    private final Page phone;

    LifeTour(PageChecks inspector, Page desk, Page phone) {
        this.inspector = inspector;
        this.desk = desk;
        this.phone = phone;
    }

    /** Ends on the page of the newest badge, which is in force. */
    void play(String credential) {
        inspector.press(desk, "main a[href$='/pause']", 200);
        inspector.press(desk, "main form button", 422);
        desk.check("input[name=reason]");
        desk.fill("#f-note", "À relire avec l’équipe.");
        inspector.press(desk, "main form button", 200);
        inspector.go(desk, "/app/credentials?state=paused", 200);
        inspector.go(phone, "/me", 200);
        inspector.press(phone, "main a[href^='/me/badges/']", 200);
        phone.click("main a[href^='/me/links/']");
        String share = phone.getAttribute("main a:has(code)", "href");
        inspector.go(desk, share, 200);
        inspector.go(desk, share + "?facile=1", 200);
        desk.navigate(credential);
        inspector.press(desk, "main a[href$='/pause']", 200);
        inspector.press(desk, "main form button", 200);
        inspector.go(phone, "/me", 200);
        inspector.press(phone, "main a[href^='/me/badges/']", 200);
        renew();
        several("PAUSE");
        several("RESUME");
        several("REPLACE");
        replace();
        inspector.go(phone, "/me", 200);
        inspector.press(phone, "main a[href^='/me/badges/']", 200);
        inspector.go(desk, "/app/credentials", 200);
        inspector.press(desk, "main .rows a", 200);
    }

    /** A mistake in the text of the first badge: a new version, in which all of an earlier one are signed again. */
    private void replace() {
        inspector.go(desk, "/app/credentials", 200);
        String name = desk.locator("main .rows td").first().innerText();
        desk.navigate(desk.url().replaceFirst("/app/.*", "/app/badges"));
        inspector.press(desk, "main a:has-text('" + name + "')", 200);
        String badge = desk.url().replaceFirst("\\?.*", "");
        inspector.press(desk, "main a[href$='/edit']", 200);
        desk.fill("#f-criteria", "Prépare les outils, balise la zone, range après le travail et nettoie.");
        inspector.press(desk, "form[action^='/app/badges/'] .actions button", 200);
        inspector.go(desk, badge + "/publish", 200);
        inspector.press(desk, "form[action$='/publish'] button", 200);
        inspector.press(desk, "main a[href*='state=earlier']", 200);
        desk.check("#f-all");
        desk.selectOption("#f-act", "REPLACE");
        inspector.press(desk, "form[action$='/several'] button", 200);
        inspector.press(desk, "form[action$='/do'] button", 422);
        desk.check("#f-same");
        inspector.press(desk, "form[action$='/do'] button", 200);
    }

    private void renew() {
        String badge = desk.url().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        inspector.go(desk, "/app/offers/new?renews=" + badge, 200);
        inspector.press(desk, "form[action='/app/offers/preview'] button", 200);
    }

    private void several(String act) {
        inspector.go(desk, "/app/credentials", 200);
        inspector.press(desk, "form[action$='/several'] button", 422);
        inspector.go(desk, "/app/credentials", 200);
        desk.check("main .rows input[name=badge] >> nth=0");
        desk.selectOption("#f-act", act);
        inspector.press(desk, "form[action$='/several'] button", 200);
        if (act.equals("PAUSE")) {
            inspector.press(desk, "form[action$='/do'] button", 422);
            desk.check("input[name=reason] >> nth=0");
        }
        inspector.press(desk, "form[action$='/do'] button", 200);
    }
}
