package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Offers, read with their badge and worker; always within one organisation. */
public final class Offers {
    private static final Instant AFTER_ALL = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final Achievements achievements;
    private final People people;

    Offers(Achievements achievements, People people) {
        this.achievements = achievements;
        this.people = people;
    }

    public Optional<Offer> find(Handle handle, OrganisationId organisation, OfferId offer) {
        return handle.attach(OfferDao.class)
                .find(offer.value(), organisation.value())
                .map(row -> read(handle, row));
    }

    /** The same, locked until the transaction ends. */
    public Optional<Offer> lock(Handle handle, OrganisationId organisation, OfferId offer) {
        return handle.attach(OfferDao.class)
                .lock(offer.value(), organisation.value())
                .map(row -> read(handle, row));
    }

    /**
     * A page of offers, newest first.
     *
     * @param state only these, or null for all
     * @param before the last offer of the page before, or null for the first page
     */
    public List<Offer> page(Handle handle, OrganisationId organisation, OfferState state, Offer before, int limit) {
        OfferDao dao = handle.attach(OfferDao.class);
        Instant beforeTime = before == null ? AFTER_ALL : before.createdAt();
        UUID beforeId = before == null ? LAST : before.id().value();
        List<OfferRow> rows = state == null
                ? dao.page(organisation.value(), beforeTime, beforeId, limit)
                : dao.pageOfState(organisation.value(), state.name(), beforeTime, beforeId, limit);
        return rows.stream().map(row -> read(handle, row)).toList();
    }

    Offer read(Handle handle, OfferRow row) {
        OrganisationId organisation = new OrganisationId(row.organisationId());
        return new Offer(
                new OfferId(row.id()),
                organisation,
                people.find(handle, organisation, new PersonId(row.workerId())).orElseThrow(),
                achievements
                        .version(handle, organisation, new AchievementVersionId(row.achievementVersionId()))
                        .orElseThrow(),
                row.narrative(),
                row.evidence(),
                OfferState.valueOf(row.state()),
                row.dispute() == null ? null : Dispute.valueOf(row.dispute()),
                new AccountId(row.offeredBy()),
                row.createdAt(),
                row.endsAt(),
                row.failedPins() >= Offer.MOST_WRONG_PINS,
                row.pinHash() != null,
                row.codeSealed() != null,
                row.prints());
    }
}
