package fr.badgesiae.api.offer.follow;

import fr.badgesiae.api.offer.OfferAudit;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Moves the end of an offer that waits. Its slip stays as it is: what a slip says about its end was true when it was printed. */
public final class ProlongOffer {
    private final Platform platform;
    private final Organisations organisations;

    public ProlongOffer(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    /**
     * Adds whole months to its end.
     *
     * @param from the end that the member saw, to the millisecond: a request that was answered before adds nothing
     * @throws ProblemException NOT_FOUND; PAUSED while the organisation may not offer; CONFLICT when the offer does not wait any
     *     more, when its end is another than was seen, or when the new one is too late
     */
    public void apply(Principal by, OfferId offer, Instant from, int months) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            organisations.requireNotPaused(handle, by.organisation());
            Instant now = platform.clock().instant();
            OfferStepDao dao = handle.attach(OfferStepDao.class);
            if (dao.lockPerson(offer.value(), by.organisation().value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            OfferStepDao.WaitingRow row =
                    dao.lock(offer.value(), by.organisation().value(), now).orElseThrow(ProblemException::notFound);
            Prolongation after = Prolongation.of(row.createdAt(), row.endsAt(), by.zone(), months)
                    .filter(found -> row.waits() && row.endsAt().toEpochMilli() == from.toEpochMilli())
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.CONFLICT, "This offer has changed since, or cannot wait longer."));
            dao.prolong(offer.value(), by.organisation().value(), after.ends(), now);
            record(handle, by, offer, after.ends(), now);
            return offer;
        });
    }

    private void record(Handle handle, Principal by, OfferId offer, Instant ends, Instant now) {
        handle.attach(OfferStepDao.class)
                .insert(
                        platform.ids().uuid(),
                        by.organisation().value(),
                        offer.value(),
                        StepKind.PROLONGED,
                        null,
                        by.zone().day(now),
                        ends,
                        by.account().value(),
                        now);
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                by.organisation(),
                                Actor.account(by.account()),
                                OfferAudit.OFFER_PROLONGED,
                                offer.value()));
    }
}
