package fr.badgesiae.api.person.duplicate;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/** Remembers that two files that look alike belong to two people, or forgets it again. Doing either twice changes nothing. */
public final class TellApart {
    private final Platform platform;
    private final People people = new People();

    TellApart(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException NOT_FOUND unless both are files of the organisation */
    void apply(Principal by, Pair pair, boolean distinct) {
        UUID here = by.organisation().value();
        platform.database().inOrganisation(by.organisation(), handle -> {
            people.require(handle, by.organisation(), pair.first());
            people.require(handle, by.organisation(), pair.second());
            DuplicateDao dao = handle.attach(DuplicateDao.class);
            int rows = distinct
                    ? dao.remember(
                            here,
                            pair.firstId(),
                            pair.secondId(),
                            by.account().value(),
                            platform.clock().instant())
                    : dao.forget(here, pair.firstId(), pair.secondId());
            if (rows > 0) {
                DuplicateAudit code = distinct ? DuplicateAudit.WORKERS_DISTINCT : DuplicateAudit.WORKERS_ALIKE_AGAIN;
                Actor actor = Actor.account(by.account());
                for (UUID file : List.of(pair.firstId(), pair.secondId())) {
                    platform.audit().record(handle, new AuditEvent(by.organisation(), actor, code, file));
                }
            }
            return rows;
        });
    }
}
