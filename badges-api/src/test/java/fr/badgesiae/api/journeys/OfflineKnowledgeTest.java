package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.badgesiae.api.OfflineBadges;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page that reads codes goes by, and what it says when it cannot judge. */
@ExtendWith(BrowserAndServer.Entrance.class)
class OfflineKnowledgeTest {
    /** A node that cannot reach its database hands out what it read before. */
    @Test
    void whatTheServerItselfKnowsOfBeforeIsNotCalledAuthentic(BrowserAndServer site) {
        OfflineBadges badges = new OfflineBadges(site.server(), "Atelier du Val", "90000000100086");
        String address = badges.code(badges.accepted()).address();
        badges.awaitPublished();
        try (BrowserContext employer = site.phone()) {
            employer.addInitScript("""
                    const asked = window.fetch;
                    window.fetch = async (...request) => {
                      const answer = await asked(...request);
                      const headers = new Headers(answer.headers);
                      headers.set("Known-Now", new Date(Date.now() + 3600000).toISOString());
                      return new Response(answer.body, {status: answer.status, headers});
                    };
                    """);
            Page page = employer.newPage();
            page.navigate(address);
            page.waitForSelector("[data-answer]:visible");
            assertThat(page.locator("[data-answer]:visible").getAttribute("data-answer"))
                    .isEqualTo("SIGNATURE_RIGHT");
        }
    }

    /** Instants are minutes: of what is kept, of what was fetched, of the server, of the phone. */
    @Test
    void theReaderGoesByWhatIsNewestAndPossible(BrowserAndServer site) {
        List<String> expected = List.of(
                "null, 100, 100, 100: fetched true",
                "99, 100, 100, 100: fetched true",
                "102, 100, 100, 100: fetched true",
                "120, 100, 100, 100: fetched true",
                "120, 100, 100, 120: kept false",
                "98, 100, 160, 160: fetched false",
                "101, 100, 160, 160: kept false",
                "90, 200, 100, 100: kept false",
                "null, 200, 100, 100: null false",
                "null, 100, NaN, 100: fetched false",
                "null, 100, 100, 9999: fetched true");
        try (BrowserContext employer = site.phone()) {
            Page page = employer.newPage();
            page.navigate(site.url("/scan"));
            for (String each : expected) {
                String instants = each.substring(0, each.indexOf(':'));
                assertThat(instants + ": " + chosen(page, instants)).isEqualTo(each);
            }
        }
    }

    /** What the script goes by, and whether it is of now. */
    private static Object chosen(Page page, String instants) {
        return page.evaluate("""
                async () => {
                  const address = document.querySelector("script[src*='scan.js']").src.replace("scan.js", "code.js");
                  const {weigh} = await import(address);
                  const [kept, fetched, server, phone] = [%s];
                  const of = (name, minute) => minute === null ? null : {name, at: new Date(minute * 60000).toISOString()};
                  const found = weigh(of("kept", kept), of("fetched", fetched), server * 60000, phone * 60000);
                  return (found.known ? found.known.name : null) + " " + found.fresh;
                }""".formatted(instants));
    }

    @Test
    void aBrowserThatCannotJudgeLeavesItToTheServerAndSaysSo(BrowserAndServer site) {
        OfflineBadges badges = new OfflineBadges(site.server(), "Atelier du Pré", "90000000100094");
        String address = badges.code(badges.accepted()).address();
        badges.awaitPublished();
        try (BrowserContext employer = site.phone()) {
            employer.addInitScript("delete window.DecompressionStream;");
            Page page = employer.newPage();
            page.navigate(address);
            assertThat(page.locator("main").innerText()).contains("notre serveur reçoit ce code");
            assertThat(page.locator("[data-part=camera]").isVisible()).isFalse();
            page.waitForFunction("document.querySelector('#f-code').value.includes('/o#')");
            page.getByText("Vérifier", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.waitForSelector("[data-answer=AUTHENTIC]:visible");
        }
    }

    @Test
    void whatGoesWrongIsSaidAndNoEarlierAnswerStays(BrowserAndServer site) {
        OfflineBadges badges = new OfflineBadges(site.server(), "Atelier du Mas", "90000000100102");
        String address = badges.code(badges.accepted()).address();
        badges.awaitPublished();
        try (BrowserContext employer = site.phone()) {
            Page page = employer.newPage();
            page.navigate(address);
            page.waitForSelector("[data-answer=AUTHENTIC]:visible");
            page.evaluate("() => { crypto.subtle.verify = () => Promise.reject(new Error('no')); }");
            assertThat(OfflineReaderTest.verdict(page, address)).isEqualTo("CANNOT_TELL");
            assertThat(page.locator("[data-answer]:visible").innerText()).contains("n’a pas pu vérifier ce code");
        }
    }
}
