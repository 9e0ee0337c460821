package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;

/** Shows a ceremony and its roll-call. */
public final class ShowCeremony {
    private final Platform platform;

    ShowCeremony(Platform platform) {
        this.platform = platform;
    }

    /**
     * A person who is expected, and the badge.
     *
     * @param state of the offer now
     * @param locked whether five wrong PINs locked the slip
     */
    public record Guest(OfferId offer, String person, String badge, OfferState state, boolean locked, boolean present) {
        /** Whether the badge waits for an answer. */
        public boolean waits() {
            return state == OfferState.OFFERED && !locked;
        }
    }

    /** A ceremony, and whom it expects, by last name. */
    public record Shown(Ceremony ceremony, List<Guest> guests) {}

    /** @throws ProblemException NOT_FOUND for a ceremony of another organisation */
    public Shown apply(OrganisationId organisation, CeremonyId id) {
        Instant now = platform.clock().instant();
        return platform.database().inOrganisation(organisation, handle -> {
            Ceremony ceremony = Ceremonies.require(handle, organisation, id);
            List<Guest> guests = handle.attach(CeremonyDao.class).guests(id.value(), organisation.value()).stream()
                    .map(row -> new Guest(
                            new OfferId(row.offer()),
                            Person.fullName(row.firstName(), row.lastName()),
                            row.badge(),
                            row.state().at(now, row.endsAt()),
                            row.locked(),
                            row.present()))
                    .toList();
            return new Shown(ceremony, guests);
        });
    }
}
