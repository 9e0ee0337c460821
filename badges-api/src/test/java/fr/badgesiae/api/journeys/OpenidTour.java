package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** The pages by which a holder puts a badge into a wallet that asks for six digits. */
final class OpenidTour {
    private final PageChecks inspector;
    private final Page phone;

    OpenidTour(PageChecks inspector, Page phone) {
        this.inspector = inspector;
        this.phone = phone;
    }

    /** @param badge the path of a badge in force */
    void play(String badge) {
        inspector.go(phone, badge + "/wallet", 200);
        inspector.press(phone, "main a[href$='wallet=PARADYM']", 200);
        phone.check("input[name=name][value=NONE]");
        inspector.press(phone, "form[action$='/app'] button", 200);
        assertThat(phone.locator("main .code").innerText()).matches("[0-9]{3} [0-9]{3}");
        assertThat(phone.content()).doesNotContain("openid-credential-offer");
        inspector.go(phone, badge, 200);
    }
}
