package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.LineReason;
import fr.badgesiae.api.imports.content.Spelling;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Map;
import java.util.Optional;

/** Keeps how a member writes the names of a page; all of them or none. */
public final class SpellNames {
    private final Platform platform;

    SpellNames(Platform platform) {
        this.platform = platform;
    }

    /**
     * Keeps them.
     *
     * @param names by line
     * @return the errors, by field {@code first-} or {@code last-} and the line
     * @throws ProblemException NOT_FOUND for an import of another organisation; CONFLICT when it has started
     */
    public Errors apply(Principal by, ImportId id, Map<Integer, PersonForm> names) {
        Errors errors = Errors.none();
        for (Map.Entry<Integer, PersonForm> written : names.entrySet()) {
            Optional<LineReason> error = Spelling.error(written.getValue());
            if (error.isPresent()) {
                String field = error.get() == LineReason.LAST_NAME_MISSING ? "last-" : "first-";
                errors = errors.with(field + written.getKey(), error.get().key());
            }
        }
        if (errors.isEmpty()) {
            platform.database().inOrganisation(by.organisation(), handle -> {
                Imports.lockDraft(handle, by.organisation(), id);
                Imports.spell(
                        handle, by.organisation(), id, names, platform.clock().instant());
                return id;
            });
        }
        return errors;
    }
}
