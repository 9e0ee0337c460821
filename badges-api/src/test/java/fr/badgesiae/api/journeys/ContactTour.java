package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import java.util.UUID;

/** The pages of an e-mail address: given, its code typed wrong, its link followed, removed. */
final class ContactTour {
    private final PageChecks inspector;
    private final Page phone;
    private final Page stranger;

    ContactTour(PageChecks inspector, Page phone, Page stranger) {
        this.inspector = inspector;
        this.phone = phone;
        this.stranger = stranger;
    }

    void play() {
        inspector.go(phone, "/me", 200);
        inspector.press(phone, "main a[href='/me/contacts']", 200);
        inspector.go(phone, "/me/contacts/phone", 200);
        inspector.go(phone, "/me/contacts", 200);
        inspector.press(phone, "main a[href='/me/contacts/mail']", 200);
        phone.fill("#f-address", "alix.exemple" + phone.locator("html").getAttribute("lang") + "@exemple.invalid");
        inspector.press(phone, "form[action='/me/contacts/mail'] button", 200);
        String contact = phone.url().replaceFirst(".*/", "");
        phone.fill("#f-code", "000000");
        inspector.press(phone, "form[action$='" + contact + "'] button", 422);
        String link = "l".repeat(43);
        link(contact, link);
        inspector.go(stranger, "/contacts/" + link, 200);
        inspector.press(stranger, "form[action^='/contacts/'] button", 200);
        inspector.go(stranger, "/contacts/" + link, 404);
        inspector.go(phone, "/me/contacts", 200);
        inspector.press(phone, "main a[href$='/remove']", 200);
        inspector.press(phone, "form[action$='/remove'] button", 200);
    }

    /** The link of the mail, which reaches nobody here. */
    private void link(String contact, String link) {
        byte[] hash = inspector.server().platform().vault().lookup("holder_contact.link", link);
        inspector
                .server()
                .database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE holder_contact SET link_hash = ? WHERE id = ?", hash, UUID.fromString(contact)));
    }
}
