package fr.badgesiae.api.commands;

import fr.badgesiae.api.platform.StartRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects all problems of a configuration, so that one start reports everything missing or wrong. */
final class ConfigurationProblems {
    private final List<StartRefused> refused = new ArrayList<>();

    /** The part, or empty when it is refused; {@link #throwIfAny} reports it. */
    <T> Optional<T> collect(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (StartRefused e) {
            refused.add(e);
            return Optional.empty();
        }
    }

    /** @throws StartRefused with all collected problems, if any */
    void throwIfAny() {
        if (!refused.isEmpty()) {
            throw StartRefused.together(refused);
        }
    }
}
