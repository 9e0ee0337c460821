package fr.badgesiae.api.imports.content;

import fr.badgesiae.api.person.content.PersonKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands.
 *
 * @param titles of the columns of the list; empty where it has none
 * @param firstColumn the column of first names, from 0
 * @param leftOut lines that were not read because of what they say
 * @param endedAt null until it ends
 * @param usual what people usually are in the organisation
 */
public record PeopleImport(
        ImportId id,
        ImportState state,
        ImportSource source,
        List<String> titles,
        int firstColumn,
        int lastColumn,
        int leftOut,
        @Nullable Instant endedAt,
        PersonKind usual,
        Counts counts) {
    /** How long whom it added can be taken back. */
    public static final Duration TAKE_BACK = Duration.ofHours(1);

    /**
     * How many lines are what.
     *
     * @param toAdd that wait to be added
     * @param added whose person is there
     * @param takenBack whose person was taken back
     */
    public record Counts(
            int lines, int fresh, int known, int twice, int spelling, int errors, int toAdd, int added, int takenBack) {
        public int of(Finding finding) {
            return switch (finding) {
                case NEW -> fresh;
                case KNOWN -> known;
                case TWICE -> twice;
                case SPELLING -> spelling;
                case ERROR -> errors;
            };
        }
    }

    public boolean draft() {
        return state == ImportState.DRAFT;
    }

    public String path() {
        return "/app/imports/" + id;
    }

    /** The title of a column that is read; empty where it has none. */
    public String title(int column) {
        return column < titles.size() ? titles.get(column) : "";
    }

    /** Until when whom it added can be taken back; null where that is over, or nobody was added. */
    public @Nullable Instant takeBackUntil(Instant now) {
        boolean ended = state == ImportState.DONE || state == ImportState.STOPPED;
        if (!ended || endedAt == null || counts.added() == 0) {
            return null;
        }
        Instant until = endedAt.plus(TAKE_BACK);
        return now.isBefore(until) ? until : null;
    }
}
