package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import fr.badgesiae.api.journeys.Counsellor.Slip;

/** A worker with a phone, or with a device that was handed over; every act goes through the pages. */
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

    /** @return the status that a slip with this PIN gets */
    int open(Slip slip, String pin) {
        phone.navigate(site.url("/claim/" + slip.code()));
        phone.fill("#f-pin", pin);
        return answer("main form button");
    }

    /** Presses a button; the status of the page that follows. */
    int answer(String button) {
        return phone.waitForResponse(
                        response -> response.request().isNavigationRequest() && response.status() / 100 != 3,
                        () -> phone.click(button))
                .status();
    }

    /** From the badge's words to the recovery card. @return the card's code */
    String accept() {
        phone.click("main a[href='/claim/badge/name']");
        phone.click("main form button");
        phone.click("form[action='/claim/badge/accept'] button");
        phone.fill("#f-pin", PIN);
        phone.fill("#f-again", PIN);
        phone.click("main form button");
        String card = phone.locator(".big-code").innerText();
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
