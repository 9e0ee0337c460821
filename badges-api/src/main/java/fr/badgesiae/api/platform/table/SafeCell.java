package fr.badgesiae.api.platform.table;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would run as a formula (OWASP, CSV injection). In CSV an apostrophe stands before them, which a
 * spreadsheet shows or hides and never runs; behind a comma too, since spreadsheets of other countries part cells there. In XLSX they are cells of the type string, which are never run; characters that
 * XML 1.0 lacks are left out.
 */
final class SafeCell {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern BEHIND_COMMA = Pattern.compile("([,\\t][\\s\"]*)(?=[=+\\-@＝＋－＠])");
    private static final int LONGEST = 32_767;

    private SafeCell() {}

    static String csv(String text) {
        String bare = text.stripLeading();
        boolean formula = !text.isEmpty()
                && (STARTS.indexOf(text.charAt(0)) >= 0 || (!bare.isEmpty() && STARTS.indexOf(bare.charAt(0)) >= 0));
        return BEHIND_COMMA.matcher(formula ? "'" + text : text).replaceAll("$1'");
    }

    static String xlsx(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(safe::appendCodePoint);
        return safe.substring(0, Math.min(LONGEST, safe.length()));
    }
}
