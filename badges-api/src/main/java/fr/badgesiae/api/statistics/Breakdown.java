package fr.badgesiae.api.statistics;

import fr.badgesiae.api.pathway.PathwayExit;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.html.PageContext;
import java.util.Arrays;
import java.util.Locale;

/** What the badges of a year are counted by, one at a time. */
public enum Breakdown {
    BADGE,
    /** The first ROME code of a badge. */
    ROME,
    SITE,
    /** Groups that the organisation makes: a funding, a course. They overlap. */
    GROUP,
    KIND,
    EXIT;

    /** What stands for a row without a value. */
    static final String NONE = "";

    /** Whether its rows tell of people: not those of badges, since one person may have several. */
    public boolean countsPeople() {
        return this != BADGE && this != ROME;
    }

    /** Its word in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a word; badges for any other. */
    static Breakdown named(String word) {
        return Arrays.stream(values())
                .filter(by -> by.word().equals(word))
                .findFirst()
                .orElse(BADGE);
    }

    /** A row's label: what the organisation wrote, or the word of a closed list. */
    String label(PageContext context, String value) {
        if (value.equals(NONE)) {
            return context.t("statistics.none." + name());
        }
        return switch (this) {
            case BADGE, ROME, SITE, GROUP -> value;
            case KIND -> context.t(PersonKind.valueOf(value).key());
            case EXIT ->
                value.equals(FiguresDao.GOES_ON)
                        ? context.t("statistics.none.GOES_ON")
                        : context.t(PathwayExit.valueOf(value).key());
        };
    }
}
