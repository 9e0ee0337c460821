package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A badge with a link, and the pages of whoever scans it. */
final class ScannedBadge implements BeforeAllCallback, AfterAllCallback {
    PublicPagesFixture pages;
    IssuedCredential badge;

    @Override
    public void beforeAll(ExtensionContext context) {
        pages = PublicPagesFixture.open();
        badge = pages.issuing.issued();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        pages.close();
    }

    Answer scan(Code code, String language) {
        return pages.web.browse("/v/" + code.value(), language);
    }

    static String heading(Answer answer) {
        String text = answer.text();
        return text.substring(text.indexOf("<h1>") + 4, text.indexOf("</h1>")).strip();
    }
}
