package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.FinishCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.credential.batch.IssueCredentials;
import fr.badgesiae.api.credential.renewal.PrepareRenewal;
import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.Offers;
import fr.badgesiae.api.offer.text.OfferText;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.organisation.zone.Zones;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Accepts an offer. One transaction closes it, keeps the acceptance and prepares the credential; signing follows outside
 * it. Accepting twice, or from two devices at once, makes one award.
 */
public final class AcceptOffer {
    private final Database database;
    private final Offers offers;
    private final Organisations organisations;
    private final People people;
    private final RecoveryCards cards;
    private final PrepareRenewal prepare;
    private final IssueCredentials issue;
    private final FinishCredential finish;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    AcceptOffer(
            Platform platform,
            Organisations organisations,
            People people,
            RecoveryCards cards,
            Offers offers,
            PrepareRenewal prepare,
            IssueCredentials issue,
            FinishCredential finish) {
        this.database = platform.database();
        this.ids = platform.ids();
        this.clock = platform.clock();
        this.audit = platform.audit();
        this.organisations = organisations;
        this.people = people;
        this.cards = cards;
        this.offers = offers;
        this.prepare = prepare;
        this.issue = issue;
        this.finish = finish;
    }

    /**
     * The answer.
     *
     * @param name the form of the name on the badge
     * @param showEvidence whether the badge shows the evidence
     * @param fingerprint of the shown text, see {@link OfferText#fingerprint}
     * @param witness the member who passed the device over, or null for a slip
     */
    public record Acceptance(
            NameChoice name,
            boolean showEvidence,
            String fingerprint,
            @Nullable AccountId witness) {}

    /** How the offer was opened. */
    public enum How {
        SLIP,
        IN_PERSON
    }

    /** The outcome of an acceptance. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /**
     * The offer is accepted.
     *
     * @param before whether it was accepted before this call
     */
    public record Accepted(CredentialId credential, HolderId holder, boolean before) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.accepted(this);
        }
    }

    /** The words were corrected since they were shown: they have to be read again. */
    public record TextChanged() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.textChanged();
        }
    }

    /** The organisation may not award for now, or has paused the badge that would be renewed; the offer waits. */
    public record Paused() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.paused();
        }
    }

    /** The offer was answered otherwise, or closed. */
    public record Closed(OfferState state) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.closed(state);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T accepted(Accepted accepted);

        T textChanged();

        T paused();

        T closed(OfferState state);
    }

    /**
     * Accepts an offer and has its credential signed.
     *
     * @throws ProblemException NOT_FOUND; CONFLICT when the badge would have lapsed before it is signed
     */
    public Outcome apply(OrganisationId organisation, OfferId offer, Acceptance acceptance) {
        Decision decision =
                database.inOrganisation(organisation, handle -> decide(handle, organisation, offer, acceptance));
        // Killed before or within this call, a job finishes what was prepared.
        issue.apply(decision.prepared());
        if (decision.prepared().isEmpty() && decision.outcome() instanceof Accepted accepted) {
            finish.apply(organisation, accepted.credential());
        }
        return decision.outcome();
    }

    /** An outcome and what is to be signed after the commit. */
    private record Decision(Outcome outcome, List<PreparedCredential> prepared) {
        static Decision of(Outcome outcome) {
            return new Decision(outcome, List.of());
        }
    }

    private Decision decide(Handle handle, OrganisationId organisation, OfferId id, Acceptance acceptance) {
        Offer offer = offers.lock(handle, organisation, id).orElseThrow(ProblemException::notFound);
        OfferState state = offer.stateAt(clock.instant());
        if (state == OfferState.ACCEPTED) {
            return Decision.of(handle.attach(AcceptanceDao.class)
                    .ofOffer(id.value(), organisation.value())
                    .<Outcome>map(past ->
                            new Accepted(new CredentialId(past.credentialId()), new HolderId(past.holderId()), true))
                    .orElseGet(() -> new Closed(state)));
        }
        if (state != OfferState.OFFERED) {
            return Decision.of(new Closed(state));
        }
        if (organisations.suspension(handle, organisation).isPresent()) {
            return Decision.of(new Paused());
        }
        if (!offer.text().fingerprint().equals(acceptance.fingerprint())) {
            return Decision.of(new TextChanged());
        }
        // Spaces are locked before files, which an answer writes to.
        Optional<HolderId> space = space(handle, offer.person());
        // Only the desk ends a pause, and what was revoked is offered anew.
        ClaimDao.RenewedRow renewed = renewed(handle, offer);
        if (renewed != null && !renewed.inForce()) {
            return Decision.of(renewed.paused() ? new Paused() : new Closed(OfferState.CANCELLED));
        }
        if (handle.attach(ClaimDao.class).accept(id.value(), organisation.value(), clock.instant()) != 1) {
            throw new IllegalStateException("an open, locked offer was not accepted");
        }
        return record(handle, offer, acceptance, space.orElseGet(() -> firstSpace(handle, offer)));
    }

    private ClaimDao.@Nullable RenewedRow renewed(Handle handle, Offer offer) {
        CredentialId badge = offer.renews();
        return badge == null
                ? null
                : handle.attach(ClaimDao.class)
                        .lockRenewed(badge.value(), offer.organisation().value(), clock.instant())
                        .orElse(null);
    }

    private Decision record(Handle handle, Offer offer, Acceptance acceptance, HolderId holder) {
        List<PreparedCredential> all = prepare.prepare(
                handle,
                statement(handle, offer, acceptance),
                holder,
                offer.renews(),
                name -> offer.text().displayedName(name));
        PreparedCredential prepared = all.get(0);
        UUID id = ids.uuid();
        AccountId witness = acceptance.witness();
        handle.attach(AcceptanceDao.class)
                .insert(
                        id,
                        offer.organisation().value(),
                        offer.id().value(),
                        holder.value(),
                        prepared.id().value(),
                        witness == null ? How.SLIP : How.IN_PERSON,
                        witness == null ? null : witness.value(),
                        acceptance.name().name(),
                        acceptance.showEvidence(),
                        offer.text().accepted(acceptance.name(), acceptance.showEvidence()),
                        clock.instant());
        Actor actor = Actor.slip(offer.id().value());
        audit.record(
                handle,
                new AuditEvent(
                        offer.organisation(),
                        actor,
                        ClaimAudit.OFFER_ACCEPTED,
                        offer.id().value()));
        return new Decision(new Accepted(prepared.id(), holder, false), all);
    }

    /** The worker's space, unless it was closed since the row was read. */
    private Optional<HolderId> space(Handle handle, Person person) {
        HolderId known = person.holder();
        if (known == null) {
            return Optional.empty();
        }
        Database.alsoForHolder(handle, known);
        return Optional.of(known).filter(holder -> cards.isThere(handle, holder));
    }

    /** The first badge that a worker accepts here makes a space. */
    private HolderId firstSpace(Handle handle, Offer offer) {
        Person person = offer.person();
        HolderId fresh = new HolderId(ids.uuid());
        if (people.claimedBy(handle, offer.organisation(), person.id(), fresh)) {
            Database.alsoForHolder(handle, fresh);
            cards.create(handle, fresh);
            return fresh;
        }
        // Another offer of the same worker was accepted since the row was read.
        HolderId other = people.find(handle, offer.organisation(), person.id())
                .map(Person::holder)
                .orElseThrow();
        Database.alsoForHolder(handle, other);
        return other;
    }

    private AwardStatement statement(Handle handle, Offer offer, Acceptance acceptance) {
        return new AwardStatement(
                ids.uuid(),
                offer.organisation(),
                offer.person().id(),
                offer.person().subject(),
                offer.achievement(),
                offer.narrative(),
                offer.evidence(),
                Zones.of(handle, offer.organisation()).today(clock),
                acceptance.name(),
                offer.text().displayedName(acceptance.name()),
                acceptance.showEvidence() && !offer.evidence().isEmpty(),
                offer.id().value(),
                null);
    }
}
