package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.Finding;
import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.LineReason;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.table.TableLimits;
import java.util.LinkedHashMap;
import java.util.Map;

/** Accepts every proposed spelling of a name in one case. Odd characters are still looked at one by one. */
public final class AcceptSpellings {
    private final Platform platform;

    AcceptSpellings(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException NOT_FOUND for an import of another organisation; CONFLICT when it has started */
    public void apply(Principal by, ImportId id) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            Imports.lockDraft(handle, by.organisation(), id);
            Map<Integer, PersonForm> proposed = new LinkedHashMap<>();
            Imports.lines(handle.attach(LineDao.class)
                            .found(
                                    id.value(),
                                    by.organisation().value(),
                                    Finding.SPELLING,
                                    0,
                                    TableLimits.MOST_ROWS + 1))
                    .stream()
                    .filter(line -> line.reason() == LineReason.CAPITALS)
                    .forEach(line ->
                            proposed.put(line.line(), PersonForm.named(line.proposedFirst(), line.proposedLast())));
            Imports.spell(
                    handle, by.organisation(), id, proposed, platform.clock().instant());
            return id;
        });
    }
}
