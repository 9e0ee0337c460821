package fr.badgesiae.api.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.web.WebHarness;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomePagesTest {
    private final WebHarness web = new WebHarness(
            WebHarness.settings(),
            WebHarness.pages(),
            new HomeModule(WebHarness.pages(), Notices.demonstration(), true).resources());

    @ParameterizedTest
    @CsvSource({"/", "/legal", "/privacy", "/accessibility", "/styleguide"})
    void everyPageIsWholeInBothLanguagesAndHasOneHeading(String path) {
        for (String language : new String[] {"fr", "en"}) {
            WebHarness.Answer answer = web.browse(path, language);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text())
                    .contains("<html lang=\"" + language + "\">")
                    .containsOnlyOnce("<h1>")
                    .doesNotContain(">home.", ">common.")
                    .contains("</html>");
            assertThat(answer.body().length).isLessThan(40_000);
            assertThat(answer.header("Content-Security-Policy")).doesNotContain("unsafe");
        }
    }

    @Test
    void theLanguageSwitchIsRememberedByACookie() {
        WebHarness.Answer answer = web.browse("/?lang=en", "fr");
        assertThat(answer.text()).contains("<html lang=\"en\">", "href=\"/?lang=fr\"");
        assertThat(answer.response().getHeaders().getFirst("Set-Cookie").toString())
                .contains("lang=en", "SameSite=Lax");
        assertThat(web.call("GET", "/", Map.of("Accept", "text/html", "Cookie", "lang=en"), new byte[0])
                        .text())
                .contains("<html lang=\"en\">");
    }

    @Test
    void withoutAWordAboutLanguagesThePageIsFrench() {
        assertThat(web.browse("/", "de").text()).contains("<html lang=\"fr\">");
        assertThat(web.browse("/", "en;q=0.3, fr;q=0.9").text()).contains("<html lang=\"fr\">");
        assertThat(web.browse("/", ";;;").text()).contains("<html lang=\"fr\">");
    }

    @Test
    void theStyleGuideIsShownInADemonstrationOnly() {
        WebHarness production = new WebHarness(
                WebHarness.settings(),
                WebHarness.pages(),
                new HomeModule(WebHarness.pages(), Notices.demonstration(), false).resources());
        assertThat(production.browse("/styleguide", "fr").status()).isEqualTo(404);
    }

    @Test
    void noticesWithAPlaceholderAreNotComplete() {
        assertThat(Notices.demonstration().missing()).isEmpty();
        assertThat(new Notices("<operator>", "a", "b", null, "c", "d", "e", null).missing())
                .containsExactly("operator");
    }
}
