package fr.badgesiae.api.offer;

import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Corrects the words of an unanswered offer and sends it again, with a new slip. */
public final class CorrectOffer {
    private final Database database;
    private final Offers offers;
    private final Slips slips;
    private final Audit audit;

    CorrectOffer(Platform platform, Offers offers, Slips slips) {
        this.database = platform.database();
        this.audit = platform.audit();
        this.offers = offers;
        this.slips = slips;
    }

    /**
     * Writes the words unless they have errors.
     *
     * @return the errors, by field {@code narrative} and {@code evidence}; none when the offer is sent again
     * @throws ProblemException NOT_FOUND; PAUSED while the organisation may not offer; CONFLICT when it was answered
     */
    public Errors apply(OrganisationId organisation, AccountId by, OfferId id, String narrative, String evidence) {
        SlipSecrets secrets = slips.draw(id.value());
        return database.inOrganisation(organisation, handle -> {
            Offer offer = offers.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            OfferRequest request =
                    new OfferRequest(offer.person().id(), offer.achievement().id(), narrative, evidence);
            Errors errors = request.errors(offer.achievement().content().evidencePolicy());
            if (errors.isEmpty()) {
                offers.offerAgain(handle, offer, request.narrative(), request.evidence(), secrets);
                audit.record(
                        handle,
                        new AuditEvent(organisation, Actor.account(by), OfferAudit.OFFER_CORRECTED, id.value()));
            }
            return errors;
        });
    }
}
