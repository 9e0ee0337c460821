package fr.badgesiae.api.platform;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reason why the service does not start, for the operator. Shown without a stack trace, exit code 1. */
public class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String french;
    private final String english;

    public StartRefused(String french, String english) {
        this(french, english, null);
    }

    /** Both languages are shown, French first: no language is chosen at start. */
    public StartRefused(String french, String english, @Nullable Throwable cause) {
        super(french + "\n" + english, cause);
        this.french = french;
        this.english = english;
    }

    /** Combines several reasons: all in French, then all in English. */
    public static StartRefused together(List<StartRefused> reasons) {
        if (reasons.size() == 1) {
            return reasons.get(0);
        }
        return new StartRefused(
                "Avant de démarrer :" + list(reasons, reason -> reason.french) + "\n",
                "Before it can start:" + list(reasons, reason -> reason.english));
    }

    private static String list(List<StartRefused> reasons, Function<StartRefused, String> language) {
        return reasons.stream().map(reason -> "\n  - " + language.apply(reason)).collect(Collectors.joining());
    }
}
