package fr.badgesiae.api.event;

import fr.badgesiae.api.event.content.EventFilter;
import fr.badgesiae.api.event.content.EventId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists events, the latest days first, by pages. */
public final class ListEvents {
    static final int PAGE = 50;

    private final Platform platform;

    ListEvents(Platform platform) {
        this.platform = platform;
    }

    /** @param next the last event of this page, when another page follows */
    public record Found(List<BadgeEvent> events, Optional<EventId> next) {}

    /**
     * What the list shows.
     *
     * @param words a part of the name; empty for all
     */
    public record Wanted(String words, Optional<EventFilter> filter) {}

    /** @param before the last event of the page before; empty or unknown for the first page */
    public Found apply(OrganisationId organisation, Wanted wanted, Optional<EventId> before) {
        Instant now = platform.clock().instant();
        UUID last = before.map(EventId::value).orElse(null);
        List<BadgeEvent> events = platform
                .database()
                .inOrganisation(
                        organisation,
                        handle -> handle.attach(EventDao.class)
                                .page(
                                        organisation.value(),
                                        wanted.words(),
                                        wanted.filter().orElse(null),
                                        now,
                                        last,
                                        PAGE + 1))
                .stream()
                .map(row -> BadgeEvent.of(row, now))
                .toList();
        return new Found(
                events.stream().limit(PAGE).toList(),
                events.size() > PAGE ? Optional.of(events.get(PAGE - 1).id()) : Optional.empty());
    }
}
