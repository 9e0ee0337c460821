package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** The pages that add a phone, and that remove it; the browser has the passkeys of a phone. */
final class PhoneTour {
    private final PageChecks inspector;
    private final Page phone;

    PhoneTour(PageChecks inspector, Page phone) {
        this.inspector = inspector;
        this.phone = phone;
    }

    /** Lets a page make passkeys and use them, as a phone does whose owner agrees at once. */
    static void givePasskeys(Page page) {
        JsonObject kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", true);
        kind.addProperty("isUserVerified", true);
        JsonObject options = new JsonObject();
        options.add("options", kind);
        CDPSession device = page.context().newCDPSession(page);
        device.send("WebAuthn.enable");
        device.send("WebAuthn.addVirtualAuthenticator", options);
    }

    void play(String pin) {
        inspector.go(phone, "/me/phones", 200);
        inspector.press(phone, "main a[href='/me/phones/new']", 200);
        givePasskeys(phone);
        inspector.go(phone, "/me/phones/new", 200);
        inspector.press(phone, "form[action='/me/phones/new'] button", 422);
        phone.fill("#f-pin", pin);
        inspector.press(phone, "form[action='/me/phones/new'] button", 200);
        inspector.press(phone, "form[action='/me/phones'] button", 200);
        inspector.press(phone, "main a[href$='/name']", 200);
        phone.fill("#f-name", " ");
        inspector.press(phone, "form[action$='/name'] button", 422);
        phone.fill("#f-name", "Mon autre téléphone");
        inspector.press(phone, "form[action$='/name'] button", 200);
        assertThat(phone.locator("main a[href='/me/phones/new']").count())
                .as("this phone is there already")
                .isZero();
        inspector.press(phone, "main a[href$='/remove']", 200);
        inspector.go(phone, "/me/phones/remove-all", 200);
        inspector.go(phone, "/me/pin", 200);
        inspector.go(phone, "/me/open", 200);
        inspector.press(phone, "form[action='/me/open/phone'] button", 200);
        inspector.go(phone, "/me/history", 200);
    }
}
