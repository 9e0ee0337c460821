package fr.badgesiae.api.offer.follow;

import fr.badgesiae.api.offer.OfferAudit;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.history.StepWay;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Instant;
import java.time.LocalDate;

/** Notes that the person of an offer was reminded, or got their slip again. Nothing is sent. */
public final class NoteStep {
    private final Platform platform;
    private final Organisations organisations;

    public NoteStep(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    /** What is noted: a reminder, or a slip that was given again. */
    public record Note(StepKind kind, StepWay how, LocalDate day) {}

    /**
     * Notes it.
     *
     * @throws ProblemException NOT_FOUND; PAUSED while the organisation may not offer; CONFLICT when the offer does not wait any more
     */
    public void apply(Principal by, OfferId offer, Note note) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            organisations.requireNotPaused(handle, by.organisation());
            Instant now = platform.clock().instant();
            OfferStepDao dao = handle.attach(OfferStepDao.class);
            if (dao.lockPerson(offer.value(), by.organisation().value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            boolean waits = dao.lock(offer.value(), by.organisation().value(), now)
                    .orElseThrow(ProblemException::notFound)
                    .waits();
            if (!waits) {
                throw new ProblemException(ProblemType.CONFLICT, "This offer does not wait for an answer any more.");
            }
            dao.insert(
                    platform.ids().uuid(),
                    by.organisation().value(),
                    offer.value(),
                    note.kind(),
                    note.how(),
                    note.day(),
                    null,
                    by.account().value(),
                    now);
            OfferAudit code =
                    note.kind() == StepKind.REMINDED ? OfferAudit.OFFER_REMINDED : OfferAudit.SLIP_GIVEN_AGAIN;
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(by.organisation(), Actor.account(by.account()), code, offer.value()));
            return offer;
        });
    }
}
