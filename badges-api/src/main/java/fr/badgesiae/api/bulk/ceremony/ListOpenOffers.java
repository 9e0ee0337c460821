package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;

/** Lists the offers that a ceremony can have: those that wait for an answer. */
public final class ListOpenOffers {
    /** Most offers of one page: as many as one ceremony needs. */
    static final int MOST = 300;

    private final Platform platform;

    ListOpenOffers(Platform platform) {
        this.platform = platform;
    }

    /** An open offer. */
    public record Candidate(OfferId offer, String person, String badge, boolean chosen) {}

    /**
     * Open offers, by last name.
     *
     * @param more whether there are others, offered earlier, which are not listed
     */
    public record Found(Ceremony ceremony, List<Candidate> candidates, boolean more) {}

    /** @throws ProblemException NOT_FOUND for a ceremony of another organisation */
    public Found apply(OrganisationId organisation, CeremonyId id) {
        return platform.database().inOrganisation(organisation, handle -> {
            Ceremony ceremony = Ceremonies.require(handle, organisation, id);
            List<CeremonyDao.CandidateRow> rows = handle.attach(CeremonyDao.class)
                    .candidates(
                            id.value(), organisation.value(), platform.clock().instant(), MOST);
            return new Found(
                    ceremony,
                    rows.stream()
                            .map(row -> new Candidate(
                                    new OfferId(row.offer()),
                                    Person.fullName(row.firstName(), row.lastName()),
                                    row.badge(),
                                    row.chosen()))
                            .toList(),
                    !rows.isEmpty() && rows.get(0).all() > rows.size());
        });
    }
}
