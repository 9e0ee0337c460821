package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Set;

/** Of the lines of a page with a known name, keeps which ones are other people. */
public final class ChooseOthers {
    private final Platform platform;

    ChooseOthers(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException NOT_FOUND for an import of another organisation; CONFLICT when it has started */
    public void apply(Principal by, ImportId id, Set<Integer> shown, Set<Integer> add) {
        Instant now = platform.clock().instant();
        platform.database().inOrganisation(by.organisation(), handle -> {
            Imports.lockDraft(handle, by.organisation(), id);
            handle.attach(ImportDao.class).touch(id.value(), by.organisation().value(), now);
            return handle.attach(LineDao.class)
                    .decide(id.value(), by.organisation().value(), numbers(shown), numbers(add), now);
        });
    }

    private static int[] numbers(Set<Integer> lines) {
        return lines.stream().mapToInt(Integer::intValue).toArray();
    }
}
