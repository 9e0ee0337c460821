package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Claims as the acts of this feature read and answer them, in a transaction of the organisation that offers. */
final class Claims {
    private final Organisations organisations;
    private final RecoveryCards cards;
    private final Slips slips;
    private final Clock clock;
    private final Audit audit;

    Claims(Platform platform, Organisations organisations, RecoveryCards cards, Slips slips) {
        this.clock = platform.clock();
        this.audit = platform.audit();
        this.organisations = organisations;
        this.cards = cards;
        this.slips = slips;
    }

    /** The keyed hash by which a code is found. */
    byte[] lookup(Code code) {
        return slips.lookup(code);
    }

    /** The offer that a code leads to; in a transaction of nobody. */
    Optional<ClaimDao.LocationRow> locate(Handle handle, Code code) {
        return handle.attach(ClaimDao.class).locate(lookup(code));
    }

    /** The outcome of a code without a PIN. */
    OpenClaim.Outcome look(Handle handle, OrganisationId organisation, UUID offer) {
        Optional<ClaimDao.SlipRow> found = handle.attach(ClaimDao.class).slip(offer, organisation.value());
        if (found.isEmpty()) {
            return new OpenClaim.Unknown();
        }
        ClaimDao.SlipRow slip = found.get();
        OfferState state = slip.state().at(clock.instant(), slip.endsAt());
        boolean opens = slip.slipOpens() && (state == OfferState.OFFERED || state == OfferState.ACCEPTED);
        if (!opens) {
            return new OpenClaim.Closed(state);
        }
        if (state == OfferState.OFFERED
                && organisations.suspension(handle, organisation).isPresent()) {
            return new OpenClaim.Paused();
        }
        return slip.failedPins() >= Offer.MOST_WRONG_PINS ? new OpenClaim.Locked() : new OpenClaim.AsksPin();
    }

    /**
     * Answers an open offer otherwise than by accepting it.
     *
     * @return the state afterwards: the one given, unless the offer was answered or closed before
     * @throws ProblemException NOT_FOUND
     */
    OfferState answer(
            Handle handle,
            OrganisationId organisation,
            OfferId id,
            OfferState state,
            Optional<Dispute> dispute,
            AuditCode code) {
        ClaimDao dao = handle.attach(ClaimDao.class);
        int changed = dao.answer(
                id.value(),
                organisation.value(),
                state.name(),
                dispute.map(Dispute::name).orElse(null),
                clock.instant());
        if (changed == 1) {
            audit.record(handle, new AuditEvent(organisation, Actor.slip(id.value()), code, id.value()));
        }
        ClaimDao.SlipRow slip = dao.slip(id.value(), organisation.value()).orElseThrow(ProblemException::notFound);
        return slip.state().at(clock.instant(), slip.endsAt());
    }

    /**
     * The progress of a claim. From here on the transaction sees the rows of its holder too, if there is one.
     *
     * @throws ProblemException NOT_FOUND
     */
    Progress progress(Handle handle, OrganisationId organisation, OfferId offer) {
        ClaimDao.ProgressRow row = handle.attach(ClaimDao.class)
                .progress(offer.value(), organisation.value())
                .orElseThrow(ProblemException::notFound);
        OfferState state = row.state().at(clock.instant(), row.endsAt());
        if (row.holderId() == null || row.credentialId() == null) {
            return new Progress(
                    Progress.Step.NONE,
                    state,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    false);
        }
        HolderId holder = new HolderId(row.holderId());
        // Only a holder with a card has a closed slip.
        Optional<RecoveryCards.Card> card = row.slipOpens() ? cards.find(handle, holder) : Optional.empty();
        // Once the holder has their card, no other claim leads to it: somebody else may have made that offer.
        Optional<Code> shown =
                card.filter(found -> row.kept() || !found.confirmed()).flatMap(RecoveryCards.Card::shown);
        Progress.Step step = !row.slipOpens() || (card.isPresent() && shown.isEmpty())
                ? Progress.Step.DONE
                : shown.isPresent() ? Progress.Step.SHOW_CARD : Progress.Step.CHOOSE_PIN;
        return new Progress(
                step,
                state,
                Optional.of(new CredentialId(row.credentialId())),
                Optional.of(holder),
                shown,
                card.flatMap(RecoveryCards.Card::contact),
                row.kept(),
                !row.slipOpens() && row.released(),
                row.revoked());
    }
}
