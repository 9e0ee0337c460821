package fr.badgesiae.api.offer;

import fr.badgesiae.api.holder.contact.ContactNotices;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Makes offers in the caller's transaction: the same rules for one person and for each of many. */
public final class NewOffers {
    private final Offers offers;
    private final ContactNotices notices;
    private final Clock clock;
    private final Audit audit;

    NewOffers(Platform platform, Offers offers, ContactNotices notices) {
        this.offers = offers;
        this.notices = notices;
        this.clock = platform.clock();
        this.audit = platform.audit();
    }

    /**
     * Makes the offer and its slip.
     *
     * @param secrets drawn for this id, outside the transaction
     * @throws ProblemException PAUSED while the organisation may not offer; NOT_FOUND for a person or a badge of another
     *     organisation
     */
    public OfferBadge.Outcome make(
            Handle handle,
            OrganisationId organisation,
            AccountId by,
            OfferRequest request,
            OfferId id,
            SlipSecrets secrets) {
        Offers.Draft draft = offers.draft(handle, organisation, request);
        if (!draft.errors().isEmpty()) {
            return new OfferBadge.Refused(draft.errors());
        }
        if (draft.person().noticeGivenOn() == null) {
            return new OfferBadge.SheetMissing();
        }
        insert(handle, organisation, by, id, draft, secrets);
        audit.record(handle, new AuditEvent(organisation, Actor.account(by), OfferAudit.OFFER_MADE, id.value()));
        HolderId holder = draft.person().holder();
        if (holder != null) {
            notices.offered(handle, holder);
        }
        return new OfferBadge.Offered(id);
    }

    private void insert(
            Handle handle,
            OrganisationId organisation,
            AccountId by,
            OfferId id,
            Offers.Draft draft,
            SlipSecrets secrets) {
        Instant now = clock.instant();
        handle.attach(OfferDao.class)
                .insert(
                        id.value(),
                        organisation.value(),
                        draft.person().id().value(),
                        draft.achievement().id().value(),
                        draft.request().narrative(),
                        draft.request().evidence(),
                        by.value(),
                        now,
                        Offers.ends(handle, organisation, now),
                        secrets);
    }
}
