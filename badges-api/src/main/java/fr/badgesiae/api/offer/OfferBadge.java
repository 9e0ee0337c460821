package fr.badgesiae.api.offer;

import fr.badgesiae.api.holder.contact.ContactNotices;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Offers a badge to a worker. An offer is not a credential: it can be cancelled, sent again, and it ends. */
public final class OfferBadge {
    private final Database database;
    private final Offers offers;
    private final Slips slips;
    private final ContactNotices notices;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    OfferBadge(Platform platform, Offers offers, Slips slips, ContactNotices notices) {
        this.database = platform.database();
        this.ids = platform.ids();
        this.clock = platform.clock();
        this.audit = platform.audit();
        this.offers = offers;
        this.slips = slips;
        this.notices = notices;
    }

    /** The answer to a request. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /** The offer is made. */
    public record Offered(OfferId offer) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.offered(offer);
        }
    }

    /** The words of the request have errors; nothing is written. */
    public record Refused(Errors errors) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(errors);
        }
    }

    /** The person was not given the information sheet; nothing is written. */
    public record SheetMissing() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.sheetMissing();
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T offered(OfferId offer);

        T refused(Errors errors);

        T sheetMissing();
    }

    /**
     * Makes the offer and its slip.
     *
     * @throws ProblemException PAUSED while the organisation may not offer; NOT_FOUND for a person or a badge of another
     *     organisation
     */
    public Outcome apply(OrganisationId organisation, AccountId by, OfferRequest request) {
        OfferId id = new OfferId(ids.uuid());
        SlipSecrets secrets = slips.draw(id.value());
        return database.inOrganisation(organisation, handle -> {
            Offers.Draft draft = offers.draft(handle, organisation, request);
            if (!draft.errors().isEmpty()) {
                return new Refused(draft.errors());
            }
            if (draft.person().noticeGivenOn() == null) {
                return new SheetMissing();
            }
            insert(handle, organisation, by, id, draft, secrets);
            audit.record(handle, new AuditEvent(organisation, Actor.account(by), OfferAudit.OFFER_MADE, id.value()));
            HolderId holder = draft.person().holder();
            if (holder != null) {
                notices.offered(handle, holder);
            }
            return new Offered(id);
        });
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
