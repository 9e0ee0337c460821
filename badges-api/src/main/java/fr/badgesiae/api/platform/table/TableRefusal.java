package fr.badgesiae.api.platform.table;

import java.util.Locale;

/** Why a table is not read. Each has a sentence that says what to do instead. */
public enum TableRefusal {
    /** Not one filled cell. */
    EMPTY,
    /** More bytes than {@link TableLimits#MOST_BYTES}. */
    TOO_LARGE,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    CELL_TOO_LONG,
    /** Neither text nor a workbook: a picture, a PDF. */
    NOT_A_TABLE,
    /** The binary format before 2007, or a workbook with a password. */
    OLD_OR_LOCKED_WORKBOOK,
    /** A zip file that is no workbook, a damaged one, or one with a document type declaration. */
    UNREADABLE_WORKBOOK,
    /** Far larger once inflated, or with more parts than a workbook has. */
    INFLATES_TOO_MUCH,
    /** Cells without content far beyond those that are filled. */
    ENDLESS_SHEET,
    /** A quotation mark that is never closed. */
    OPEN_QUOTE;

    /** The message key of its sentence; {0} is the line, {1} a bound. */
    public String key() {
        return "common.table." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
