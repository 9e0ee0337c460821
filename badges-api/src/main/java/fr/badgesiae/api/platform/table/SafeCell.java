package fr.badgesiae.api.platform.table;

/**
 * Texts that a spreadsheet would run as a formula (OWASP, CSV injection). In CSV an apostrophe stands before them, which a
 * spreadsheet shows or hides and never runs. In XLSX they are cells of the type string, which are never run; characters that
 * XML 1.0 lacks are left out.
 */
final class SafeCell {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";
    private static final int LONGEST = 32_767;

    private SafeCell() {}

    static String csv(String text) {
        String bare = text.stripLeading();
        boolean formula = !text.isEmpty()
                && (STARTS.indexOf(text.charAt(0)) >= 0 || (!bare.isEmpty() && STARTS.indexOf(bare.charAt(0)) >= 0));
        return formula ? "'" + text : text;
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
