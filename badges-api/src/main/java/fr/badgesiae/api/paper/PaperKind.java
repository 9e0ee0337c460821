package fr.badgesiae.api.paper;

/** The papers of one badge. */
enum PaperKind {
    /** A4, for a wall. */
    SHEET("sheet", ""),
    /** 85 × 54 mm, for a pocket. */
    CARD("card", "carte"),
    /** 90 × 26 mm, for a CV. */
    STRIP("strip", "cv");

    private final String template;
    private final String suffix;

    PaperKind(String template, String suffix) {
        this.template = template;
        this.suffix = suffix;
    }

    /** The file under {@code src/main/jte/paper}. */
    String template() {
        return template;
    }

    /** The end of the name of its file; empty for the sheet. */
    String suffix() {
        return suffix;
    }
}
