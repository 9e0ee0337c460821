package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The pages that put a badge into a wallet, and that withdraw its copy. */
final class WalletTour {
    private final PageChecks inspector;
    private final Page phone;
    private final Page stranger;

    WalletTour(PageChecks inspector, Page phone, Page stranger) {
        this.inspector = inspector;
        this.phone = phone;
        this.stranger = stranger;
    }

    /** From the choice to the code, the other link, and what a camera shows instead of the wallet. */
    void play() {
        inspector.go(phone, "/me", 200);
        phone.click("main a[href^='/me/badges/']");
        inspector.press(phone, "main a[href$='/wallet']", 200);
        phone.check("input[name=name][value=NONE]");
        inspector.press(phone, "form[action$='/wallet'] button", 200);
        String request =
                URLDecoder.decode(phone.getAttribute("main a[href^='dccrequest:']", "href"), StandardCharsets.UTF_8);
        String scanned = request.replaceFirst(".*(/wallet/[^/]+)/exchange.*", "$1?iuv=1");
        phone.click("main details:has(input[name=other]) summary");
        inspector.press(phone, "form[action$='/wallet'] button", 200);
        inspector.go(stranger, scanned, 200);
        copy(request.replaceFirst(".*/wallet/([^/]+)/exchange.*", "$1"));
    }

    /** A wallet took it: the space lists the copy, and asks before it is withdrawn. */
    private void copy(String secret) {
        inspector.server().takeIntoWallet(secret);
        inspector.go(phone, "/me", 200);
        inspector.press(phone, "main a[href^='/me/badges/']", 200);
        inspector.press(phone, "main a[href^='/me/copies/']", 200);
        inspector.press(phone, "form[action$='/withdraw'] button", 200);
    }
}
