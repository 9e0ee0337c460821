package fr.badgesiae.api.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.client.KnownDevice;
import fr.badgesiae.api.platform.form.FormAnswers;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.platform.web.WebHarness;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomePagesTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2027-02-28T12:00:00Z"), ZoneOffset.UTC);

    private final WebHarness web =
            new WebHarness(WebHarness.settings(), WebHarness.pages(), home(WebHarness.settings()));

    private static List<Object> home(Settings settings) {
        return new HomeModule(WebHarness.pages(), Notices.demonstration(), settings, NOON).resources();
    }

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
    void theHomePageShowsAnExampleSaysWhatEachDoesAndWhoRunsIt() {
        String page = web.browse("/", "fr").text();
        assertThat(page)
                .containsSubsequence("<figure class=\"card example\">", "Exemple", "Préparer un chantier", "Alix E.")
                .containsSubsequence("La structure décrit", "La personne lit", "L’employeur scanne")
                .contains("Ce service est proposé par Réseau Exemple (association inventée).");
        assertThat(web.browse("/", "en").text())
                .contains("Example", "Prepare a worksite", "This service is run by Réseau Exemple");
    }

    /** An installation whose operator is not written down says nothing of it. */
    @Test
    void withoutAnOperatorTheHomePageNamesNobody() {
        List<Object> unnamed =
                new HomeModule(WebHarness.pages(), Notices.none(), WebHarness.settings(), NOON).resources();
        assertThat(new WebHarness(WebHarness.settings(), WebHarness.pages(), unnamed)
                        .browse("/", "fr")
                        .text())
                .doesNotContain("Ce service est proposé par");
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

    /** The periods come from where the jobs take them; a number written into the text would be a promise of its own. */
    @ParameterizedTest
    @CsvSource({"fr, mois, ans, jours", "en, months, years, days"})
    void thePrivacyPageStatesThePeriodsThatTheJobsKeep(String language, String months, String years, String days) {
        String page = web.browse("/privacy", language).text().replace('\u00a0', ' ');
        assertThat(page)
                .contains(
                        Retention.DESK_FILE_MONTHS + " " + months,
                        Retention.SPACE_YEARS + " " + years,
                        Retention.NOTICE_DAYS + " " + days,
                        Retention.JOURNAL_YEARS + " " + years,
                        Retention.SIGN_IN_MONTHS + " " + months,
                        FormAnswers.PUBLIC_MINUTES + " minutes");
        Matcher promised =
                Pattern.compile("(\\d+) (?:mois|ans|jours|months|years|days)").matcher(page);
        Set<Integer> kept = Stream.of(
                        Retention.DESK_FILE_MONTHS,
                        Retention.SPACE_YEARS,
                        Retention.NOTICE_DAYS,
                        Retention.JOURNAL_YEARS,
                        Retention.SIGN_IN_MONTHS,
                        KnownDevice.DAYS)
                .collect(Collectors.toSet());
        while (promised.find()) {
            assertThat(kept).contains(Integer.valueOf(promised.group(1)));
        }
        String template =
                new Messages().text(Locale.forLanguageTag(language), "home.privacy.keep.text", "x", "y", "z", "v", "w");
        assertThat(template).doesNotContainPattern("\\d").contains("x", "y", "z", "v", "w");
    }

    @Test
    void theStyleGuideIsShownInADemonstrationOnly() {
        Settings real = new Settings(WebHarness.settings().publicUrl(), false);
        WebHarness production = new WebHarness(real, WebHarness.pages(), home(real));
        assertThat(production.browse("/styleguide", "fr").status()).isEqualTo(404);
    }

    @Test
    void noticesWithAPlaceholderAreNotComplete() {
        assertThat(Notices.demonstration().missing()).isEmpty();
        assertThat(new Notices("<operator>", "a", "b", null, "c", "d", "e", "f@g", null).missing())
                .containsExactly("operator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://badges.example/report", "call us", "a@b@c", "mailto:", "x"})
    void aSecurityContactThatNobodyCanUseIsUnfitAndNotMissing(String contact) {
        Notices notices = new Notices("o", "a", "b", null, "c", "d", "e", contact, null);
        assertThat(notices.missing()).isEmpty();
        assertThat(notices.securityContactIsUnfit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<e-mail or https address>"})
    void aSecurityContactThatWasNotFilledInIsMissing(String contact) {
        Notices notices = new Notices("o", "a", "b", null, "c", "d", "e", contact, null);
        assertThat(notices.missing()).containsExactly("securityContact");
        assertThat(notices.securityContactIsUnfit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f@g.example", "mailto:f@g.example", " https://g.example/security "})
    void aSecurityContactIsAnEmailOrAnAddress(String contact) {
        Notices notices = new Notices("o", "a", "b", null, "c", "d", "e", contact, null);
        assertThat(notices.missing()).isEmpty();
        assertThat(notices.securityContactIsUnfit()).isFalse();
    }

    @Test
    void theSecurityFileSaysWhoToWriteToAndLapsesWithinAYear() {
        WebHarness.Answer answer = web.browse("/.well-known/security.txt", "fr");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(answer.text()).isEqualTo("""
                        Contact: mailto:securite@reseau.example
                        Expires: 2027-08-28T00:00:00Z
                        Preferred-Languages: fr, en
                        Canonical: https://badges.example/.well-known/security.txt
                        """);
        assertThat(answer.response().getHeaders()).doesNotContainKey("Set-Cookie");
        assertThat(SecurityTextResource.contact("https://badges.example/report"))
                .hasValue("https://badges.example/report");
    }
}
