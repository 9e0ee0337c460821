package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.badgesiae.schemas.samples.Samples;
import java.nio.charset.StandardCharsets;

/** The part of the tour in which a holder keeps a badge from elsewhere. */
final class ImportTour {
    private final PageChecks inspector;
    private final Page phone;

    ImportTour(PageChecks inspector, Page phone) {
        this.inspector = inspector;
        this.phone = phone;
    }

    /** Refused, brought, kept, listed, removed. */
    void play() {
        inspector.go(phone, "/me/imported", 200);
        inspector.press(phone, "form[action='/me/imported'] button", 422);
        phone.setInputFiles(
                "#f-file", new FilePayload("badge.json", "application/json", "{}".getBytes(StandardCharsets.UTF_8)));
        inspector.press(phone, "form[action='/me/imported'] button", 422);
        phone.setInputFiles(
                "#f-file",
                new FilePayload(
                        "badge.json",
                        "application/json",
                        Samples.named("valid-did-key.json").bytes()));
        inspector.press(phone, "form[action='/me/imported'] button", 200);
        assertThat(phone.evaluate("document.querySelector('.verdict ~ .card') !== null"))
                .as("the verdict stands before what it is about")
                .isEqualTo(true);
        inspector.press(phone, "form[action$='/keep'] button", 200);
        String badge = phone.url().replaceFirst("\\?.*", "");
        inspector.go(phone, "/me/imported", 200);
        inspector.press(phone, "main a[href^='/me/imported/']", 200);
        inspector.go(phone, badge + "/remove", 200);
        inspector.press(phone, "form[action$='/remove'] button", 200);
    }
}
