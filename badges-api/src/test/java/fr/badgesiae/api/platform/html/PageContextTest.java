package fr.badgesiae.api.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.i18n.Messages;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageContextTest {
    private static PageContext context(Locale language) {
        Settings settings = new Settings(URI.create("https://badges.example"), false);
        PageContext.Here here = new PageContext.Here("/app/badges/1", null, null);
        return context(settings, language, here, null);
    }

    private static PageContext context(
            Settings settings, Locale language, PageContext.Here here, @Nullable Viewer viewer) {
        PageContext.Forms forms = new PageContext.Forms(() -> "token", () -> "", null);
        return new PageContext(
                new Messages(), new Assets(), settings, language, here, viewer, List.of(), forms, FrenchZone.PARIS);
    }

    @Test
    void daysAreWrittenAsPeopleWriteThem() {
        assertThat(context(Locale.FRENCH).date(LocalDate.of(2027, 2, 1))).isEqualTo("1er février 2027");
        assertThat(context(Locale.FRENCH).date(LocalDate.of(2027, 2, 11))).isEqualTo("11 février 2027");
        assertThat(context(Locale.ENGLISH).date(LocalDate.of(2027, 2, 1))).isEqualTo("1 February 2027");
    }

    @Test
    void timesAreThoseOfThePagesZoneAndNameItOutsideParis() {
        Instant late = Instant.parse("2027-07-14T22:30:00Z");
        assertThat(context(Locale.FRENCH).in(FrenchZone.REUNION).dateTime(late))
                .isEqualTo("15 juillet 2027 à 02:30 (heure de La Réunion)");
        assertThat(context(Locale.ENGLISH).in(FrenchZone.GUYANE).dateTime(late))
                .isEqualTo("14 July 2027 at 19:30 (French Guiana time)");
        assertThat(context(Locale.FRENCH).in(FrenchZone.GUYANE).date(late)).isEqualTo("14 juillet 2027");
        assertThat(context(Locale.FRENCH)
                        .in(FrenchZone.GUYANE)
                        .in(Locale.ENGLISH)
                        .dateTime(late))
                .contains("19:30");
    }

    @Test
    void aMemberReadsTheTimesOfTheirOrganisationWithoutItsZone() {
        Viewer viewer = new Viewer(
                "Alix", "Atelier", List.of(), List.of(), "/app", "/app/sign-out", false, null, null, Set.of());
        Settings settings = new Settings(URI.create("https://badges.example"), false);
        PageContext.Here here = new PageContext.Here("/app", null, null);
        PageContext desk = context(settings, Locale.FRENCH, here, viewer);
        assertThat(desk.in(FrenchZone.NOUMEA).dateTime(Instant.parse("2027-07-14T22:30:00Z")))
                .isEqualTo("15 juillet 2027 à 09:30");
    }

    @Test
    void timesAreThoseOfFrance() {
        assertThat(context(Locale.FRENCH).dateTime(Instant.parse("2027-07-14T22:30:00Z")))
                .isEqualTo("15 juillet 2027 à 00:30");
        assertThat(context(Locale.ENGLISH).dateTime(Instant.parse("2027-01-14T22:30:00Z")))
                .isEqualTo("14 January 2027 at 23:30");
    }

    @Test
    void aPlaceOfTheNavigationHoldsForThePagesBelowIt() {
        assertThat(context(Locale.FRENCH).isAt(new Link("/app/badges", "any", "any")))
                .isTrue();
        assertThat(context(Locale.FRENCH).isAt(new Link("/app/badge", "any", "any")))
                .isFalse();
        assertThat(context(Locale.FRENCH).isAt(new Link("/app/other", "any", "any", List.of("/app/badges"))))
                .isTrue();
    }

    @Test
    void aMissingKeyIsShownAsItself() {
        assertThat(context(Locale.FRENCH).t("common.nothing-of-the-kind")).isEqualTo("common.nothing-of-the-kind");
    }

    @Test
    void aSentenceCountsWhatItIsGiven() {
        assertThat(context(Locale.FRENCH).t("common.errors", 2)).isEqualTo("2 informations sont à corriger");
    }
}
