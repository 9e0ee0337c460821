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
        inspector.go(phone, "/me", 200);
        inspector.press(phone, "main a[href^='/me/badges/']", 200);
        inspector.go(desk, "/app/offers?sort=badge", 200);
        inspector.press(desk, "button[formaction='/app/offers/print']", 200);
        inspector.go(desk, "/app/credentials?sort=badge", 200);
        inspector.press(desk, "button[formaction='/app/credentials/print']", 200);
        inspector.go(desk, "/app/credentials", 200);
        inspector.press(desk, "main .rows tbody a", 200);
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
        if (act.equals("REPLACE")) {
            return;
        }
        if (act.equals("PAUSE")) {
            inspector.press(desk, "form[action$='/do'] button", 422);
            desk.check("input[name=reason] >> nth=0");
        }
        inspector.press(desk, "form[action$='/do'] button", 200);
    }
}
