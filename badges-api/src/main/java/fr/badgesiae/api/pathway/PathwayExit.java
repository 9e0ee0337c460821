package fr.badgesiae.api.pathway;

import java.util.Arrays;
import java.util.Optional;

/** Where somebody stands at the end of a pathway, in the order of the form. The names are stored. */
public enum PathwayExit {
    /** A permanent contract, a fixed-term one of six months or more, a business of one's own. */
    LASTING_JOB,
    /** A shorter contract, or one that is subsidised. */
    TRANSITIONAL_JOB,
    /** A training course, another inclusion enterprise, retirement. */
    POSITIVE,
    OTHER;

    static Optional<PathwayExit> named(String name) {
        return Arrays.stream(values()).filter(exit -> exit.name().equals(name)).findFirst();
    }

    /** The key of its words on pages. */
    public String key() {
        return "pathway.exit." + name();
    }
}
