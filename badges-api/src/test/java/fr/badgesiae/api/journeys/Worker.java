package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import fr.badgesiae.api.journeys.Counsellor.Slip;

/** A worker with a phone or a borrowed device; acts only through pages. */
final class Worker {
    static final String PIN = "407193";

    private final BrowserAndServer site;
    private final Page phone;

    Worker(BrowserAndServer site, Page phone) {
        this.site = site;
        this.phone = phone;
    }

    Page phone() {
        return phone;
    }

    /** @return the status for a slip with this PIN */
    int open(Slip slip, String pin) {
        phone.navigate(site.url("/claim/" + slip.code()));
        phone.fill("#f-pin", pin);
        return answer("main form button");
    }

    /** Presses a button and returns the status of the next page. */
    int answer(String button) {
        return phone.waitForResponse(
                        response -> response.request().isNavigationRequest() && response.status() / 100 != 3,
                        () -> phone.click(button))
                .status();
    }

    /**
     * From the badge's text to the recovery card.
     *
     * @return the card's code
     */
    String accept() {
        phone.click("main a[href='/claim/badge/name']");
        phone.click("main form button");
        phone.click("form[action='/claim/badge/accept'] button");
        phone.fill("#f-pin", PIN);
        phone.fill("#f-again", PIN);
        phone.click("main form button");
        String card = phone.locator(".big-code").innerText();
        phone.click("main a[href='/claim/badge/card']");
        phone.click("form[action='/claim/badge/card'] button");
        return card;
    }

    void openSpace(String card) {
        phone.navigate(site.url("/me/open"));
        phone.fill("#f-code", card);
        phone.fill("#f-pin", PIN);
        phone.click("main form button");
    }

    void openBadge() {
        phone.click("main a[href^='/me/badges/']");
    }

    /** From the badge's page. @return the address of the new link */
    String share(String label) {
        phone.fill("#f-label", label);
        phone.click("form[action$='/share'] button");
        return phone.getAttribute("main a:has(code)", "href");
    }
}
