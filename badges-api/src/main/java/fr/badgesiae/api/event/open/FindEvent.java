package fr.badgesiae.api.event.open;

import fr.badgesiae.api.event.content.EventCodes;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.util.Optional;

/** Finds an event by the code of its poster. */
public final class FindEvent {
    private final Platform platform;
    private final EventCodes codes;

    FindEvent(Platform platform, EventCodes codes) {
        this.platform = platform;
        this.codes = codes;
    }

    public Optional<OpenEvent> apply(Code code) {
        byte[] lookup = codes.lookup(code);
        return platform.database()
                .look(handle -> handle.attach(OpenEventDao.class).locate(lookup))
                .flatMap(found -> platform.database()
                        .inOrganisation(
                                new OrganisationId(found.organisationId()),
                                handle -> handle.attach(OpenEventDao.class)
                                        .find(found.eventId(), found.organisationId())))
                .map(row -> OpenEvent.of(row, platform.clock().instant()));
    }
}
