package fr.badgesiae.api.achievement.content;

import java.util.regex.Pattern;

/** Target frameworks of alignments: French and European lists of occupations and qualifications. */
public enum Framework {
    ROME("[A-N]\\d{4}", "ext:ROME", "ROME"),
    ESCO("http://data\\.europa\\.eu/esco/(skill|occupation)/[0-9a-f-]{36}", "ext:ESCO", "ESCO"),
    /** A qualification, or one of its blocks of competence, such as {@code RNCP37873BC01}. */
    RNCP("RNCP\\d{2,6}(BC\\d{2,3})?", "ext:RNCP", "RNCP"),
    /** An entry of the specific register, or one of its blocks. */
    RS("RS\\d{2,6}(BC\\d{2,3})?", "ext:RS", "RS");

    private final Pattern code;
    private final String targetType;
    private final String title;

    Framework(String code, String targetType, String title) {
        this.code = Pattern.compile(code);
        this.targetType = targetType;
        this.title = title;
    }

    public boolean accepts(String targetCode) {
        return code.matcher(targetCode).matches();
    }

    public String targetType() {
        return targetType;
    }

    public String title() {
        return title;
    }
}
