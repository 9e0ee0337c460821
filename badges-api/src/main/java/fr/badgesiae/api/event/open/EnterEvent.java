package fr.badgesiae.api.event.open;

import fr.badgesiae.api.event.content.EventCodes;
import fr.badgesiae.api.event.content.EventTime;
import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that they were there: by name, or with the number of their card. It proves nothing; the desk decides. A number that
 * nobody has is answered as any other: the page tells nobody which cards exist.
 */
public final class EnterEvent {
    private final Platform platform;
    private final EventCodes codes;
    private final RecoveryCards cards;

    public EnterEvent(Platform platform, EventCodes codes, RecoveryCards cards) {
        this.platform = platform;
        this.codes = codes;
        this.cards = cards;
    }

    /**
     * Who enters.
     *
     * @param name checked before; ignored with a card
     * @param card or null
     */
    public record Who(PersonForm name, @Nullable Code card) {}

    /** @return whether the page took it; empty for an unknown code */
    public Optional<EventTime> apply(Code code, Who who) {
        byte[] lookup = codes.lookup(code);
        Code card = who.card();
        Optional<HolderId> holder =
                card == null ? Optional.empty() : platform.database().look(handle -> cards.holderOf(handle, card));
        return platform.database()
                .look(handle -> handle.attach(OpenEventDao.class).locate(lookup))
                .flatMap(found -> platform.database()
                        .inOrganisation(
                                new OrganisationId(found.organisationId()),
                                handle -> enter(handle, found, who, holder)));
    }

    private Optional<EventTime> enter(
            Handle handle, OpenEventDao.LocationRow found, Who who, Optional<HolderId> holder) {
        OpenEventDao dao = handle.attach(OpenEventDao.class);
        UUID organisation = found.organisationId();
        return dao.lock(found.eventId(), organisation)
                .flatMap(event -> dao.find(event, organisation))
                .map(row -> {
                    EventTime time =
                            OpenEvent.of(row, platform.clock().instant()).time();
                    if (time == EventTime.OPEN) {
                        insert(dao, found, who, holder);
                    }
                    return time;
                });
    }

    private void insert(OpenEventDao dao, OpenEventDao.LocationRow found, Who who, Optional<HolderId> holder) {
        boolean byCard = who.card() != null;
        UUID worker = holder.flatMap(known -> dao.worker(known.value(), found.organisationId()))
                .orElse(null);
        dao.insert(
                platform.ids().uuid(),
                found.organisationId(),
                found.eventId(),
                byCard ? "" : who.name().firstName(),
                byCard ? "" : who.name().lastName(),
                byCard,
                worker,
                platform.clock().instant());
    }
}
