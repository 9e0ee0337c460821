package fr.badgesiae.api.event;

import fr.badgesiae.api.event.content.EventCodes;
import fr.badgesiae.api.event.content.EventId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads an event with the code of its poster. */
public final class ShowPoster {
    private final Platform platform;
    private final EventCodes codes;

    ShowPoster(Platform platform, EventCodes codes) {
        this.platform = platform;
        this.codes = codes;
    }

    /** An event and its code. */
    public record Shown(BadgeEvent event, Code code) {}

    /** @throws ProblemException NOT_FOUND for an event of another organisation */
    public Shown apply(OrganisationId organisation, EventId id) {
        return platform.database().inOrganisation(organisation, handle -> {
            EventDao.EventRow row = handle.attach(EventDao.class)
                    .find(id.value(), organisation.value())
                    .orElseThrow(ProblemException::notFound);
            return new Shown(BadgeEvent.of(row, platform.clock().instant()), codes.open(id, row.codeSealed()));
        });
    }
}
