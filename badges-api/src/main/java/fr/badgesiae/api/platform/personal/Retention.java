package fr.badgesiae.api.platform.personal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long personal data are kept. Jobs and pages take the periods from here, so that pages say what jobs do. */
public final class Retention {
    /** A desk file is erased so many months after the pathway or the contract ended, or after the last activity. */
    public static final int DESK_FILE_MONTHS = 24;

    /** A holder's space is closed when nobody opened it for so many years. */
    public static final int SPACE_YEARS = 5;

    /** An audit line is kept for so many years; the database function {@code forget_audit} has the same figure. */
    public static final int JOURNAL_YEARS = 5;

    /** Of a sign-in, an audit line is kept for so many months; {@code forget_audit} has the same figure. */
    public static final int SIGN_IN_MONTHS = 12;

    /** An erasure by a job is announced so many days before. */
    public static final int NOTICE_DAYS = 30;

    /** Of five parts a job takes at most one without asking, or a single file or space. */
    private static final int PARTS = 5;

    private Retention() {}

    /** The first day on which a job may erase a file: the end of the retention, and of the announcement where there is one. */
    public static LocalDate erasedOn(LocalDate countsFrom, @Nullable LocalDate announced) {
        LocalDate end = countsFrom.plusMonths(DESK_FILE_MONTHS);
        LocalDate told = announced == null ? end : announced.plusDays(NOTICE_DAYS);
        return told.isAfter(end) ? told : end;
    }

    /** Whether a job that erases so many of all must ask somebody first; never for one, whose time is simply over. */
    public static boolean isLargePart(int erased, int all) {
        return erased > 1 && (long) erased * PARTS > all;
    }
}
