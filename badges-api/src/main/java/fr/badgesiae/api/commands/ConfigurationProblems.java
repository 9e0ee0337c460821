package fr.badgesiae.api.commands;

import fr.badgesiae.api.platform.StartRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks at everything a command needs before it gives up, so that one start says all that is missing or wrong. */
final class ConfigurationProblems {
    private final List<StartRefused> refused = new ArrayList<>();

    /** What is there; null where it is refused, which {@link #met} says. */
    <T> T look(Supplier<T> part) {
        try {
            return part.get();
        } catch (StartRefused e) {
            refused.add(e);
            return null;
        }
    }

    /** @throws StartRefused with all of it, when anything was */
    void met() {
        if (!refused.isEmpty()) {
            throw StartRefused.together(refused);
        }
    }
}
