package fr.badgesiae.api.reopening;

import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.SpaceStates;
import fr.badgesiae.api.person.space.SpaceState;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** How a worker gets into their space, for their page at the desk. */
final class ReadSpaceState implements SpaceStates {
    private final Clock clock;

    ReadSpaceState(Clock clock) {
        this.clock = clock;
    }

    @Override
    public SpaceState of(Handle handle, Person person) {
        if (person.holder() == null) {
            return SpaceState.of(SpaceState.Way.NONE);
        }
        return handle.attach(ReopeningDao.class)
                .spaceState(person.id().value(), person.organisation().value(), clock.instant())
                .map(ReadSpaceState::read)
                .orElseGet(() -> SpaceState.of(SpaceState.Way.NONE));
    }

    private static SpaceState read(SpaceStateRow row) {
        Instant until = row.reopeningUntil();
        if (until != null) {
            return new SpaceState(SpaceState.Way.REOPENING, until);
        }
        if (row.carded()) {
            return SpaceState.of(row.unused() ? SpaceState.Way.CARD_UNUSED : SpaceState.Way.CARD);
        }
        return SpaceState.of(row.slipOut() ? SpaceState.Way.SLIP : SpaceState.Way.NO_CARD);
    }
}
