package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.holder.contact.ContactNotices;
import fr.badgesiae.api.offer.asked.AskedBadges;
import fr.badgesiae.api.offer.renewal.Renewals;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.organisation.zone.Zones;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Offers, read with their person and their badge; always within one organisation. */
public final class Offers {
    /** In SQL: the offer {@code o} is open at {@code :now}, or led to a badge in force or paused. */
    public static final String STANDING = """
            ((o.state IN ('OFFERED', 'DISPUTED') AND o.ends_at > :now) OR o.state = 'ACCEPTED')
            AND NOT EXISTS (
                SELECT 1 FROM award a JOIN credential c ON c.award_id = a.id
                WHERE a.offer_id = o.id AND c.edition = 1 AND c.state = 'REVOKED' AND NOT is_pause(c.public_reason))
            """;

    private final Organisations organisations;
    private final Achievements achievements;
    private final People people;
    private final Slips slips;
    private final ContactNotices notices;
    private final AskedBadges asked;
    private final Clock clock;
    private final Audit audit;

    Offers(
            Platform platform,
            Organisations organisations,
            Achievements achievements,
            People people,
            Slips slips,
            ContactNotices notices,
            AskedBadges asked) {
        this.organisations = organisations;
        this.achievements = achievements;
        this.people = people;
        this.slips = slips;
        this.notices = notices;
        this.asked = asked;
        this.clock = platform.clock();
        this.audit = platform.audit();
    }

    public Optional<Offer> find(Handle handle, OrganisationId organisation, OfferId offer) {
        return handle.attach(OfferDao.class)
                .find(offer.value(), organisation.value())
                .map(this::read);
    }

    /** The same, locked until the transaction ends: the person first, as an erasure does. */
    public Optional<Offer> lock(Handle handle, OrganisationId organisation, OfferId offer) {
        OfferDao dao = handle.attach(OfferDao.class);
        return dao.lockPerson(offer.value(), organisation.value())
                // A merge that was waited for gave the offer to another file.
                .or(() -> dao.lockPerson(offer.value(), organisation.value()))
                .flatMap(person -> dao.lock(offer.value(), organisation.value()))
                .map(this::read);
    }

    /** The code of a slip that is still open. */
    public Optional<Code> slipCode(Handle handle, OrganisationId organisation, OfferId offer) {
        return handle.attach(OfferDao.class)
                .find(offer.value(), organisation.value())
                .flatMap(row -> Optional.ofNullable(row.codeSealed()))
                .map(code -> slips.openCode(offer.value(), code));
    }

    /** Opens an accepted offer again, with a new slip, in the transaction that voids its credential. */
    public void reopen(Handle handle, OrganisationId organisation, OfferId offer) {
        Instant now = clock.instant();
        SlipSecrets secrets = slips.draw(offer.value());
        int changed = handle.attach(OfferDao.class)
                .reopen(offer.value(), organisation.value(), now, ends(handle, organisation, now), secrets);
        if (changed == 1) {
            audit.record(handle, new AuditEvent(organisation, Actor.SYSTEM, OfferAudit.OFFER_REISSUED, offer.value()));
        }
    }

    /**
     * A request with its person and its badge.
     *
     * @param errors of its words, by field {@code narrative} and {@code evidence}
     */
    record Draft(OfferRequest request, Person person, PublishedAchievement achievement, Errors errors) {}

    /**
     * Reads a request; nothing is written.
     *
     * @throws ProblemException PAUSED while the organisation may not offer; NOT_FOUND for a person or a badge of another
     *     organisation
     */
    Draft draft(Handle handle, OrganisationId organisation, OfferRequest request) {
        organisations.requireNotPaused(handle, organisation);
        Person person = people.lock(handle, organisation, request.person()).orElseThrow(ProblemException::notFound);
        PublishedAchievement achievement = achievements.published(handle, organisation).stream()
                .filter(published -> published.id().equals(request.version()))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return new Draft(
                request,
                person,
                achievement,
                request.errors(achievement.content().evidencePolicy()));
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
        Draft draft = draft(handle, organisation, request);
        if (!draft.errors().isEmpty()) {
            return new OfferBadge.Refused(draft.errors());
        }
        if (draft.person().noticeGivenOn() == null) {
            return new OfferBadge.SheetMissing();
        }
        insert(handle, organisation, by, id, draft, secrets);
        audit.record(handle, new AuditEvent(organisation, Actor.account(by), OfferAudit.OFFER_MADE, id.value()));
        asked.offered(
                handle,
                new AskedBadges.Made(
                        organisation,
                        by,
                        draft.person().id(),
                        draft.achievement().achievement(),
                        id.value()));
        HolderId holder = draft.person().holder();
        if (holder != null) {
            notices.offered(handle, holder);
        }
        return new OfferBadge.Offered(id);
    }

    private void insert(
            Handle handle, OrganisationId organisation, AccountId by, OfferId id, Draft draft, SlipSecrets secrets) {
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
                        ends(handle, organisation, now),
                        secrets);
    }

    /**
     * Opens an unanswered offer again, with these words, a new slip and a new end.
     *
     * @throws ProblemException PAUSED while the organisation may not offer; CONFLICT when it was answered or closed, or when what it
     *     renews is not in force or another offer renews it
     */
    void offerAgain(Handle handle, Offer offer, String narrative, String evidence, SlipSecrets secrets) {
        organisations.requireNotPaused(handle, offer.organisation());
        people.require(handle, offer.organisation(), offer.person().id());
        Instant now = clock.instant();
        requireRenewable(handle, offer, now);
        int changed = handle.attach(OfferDao.class)
                .offerAgain(
                        offer.id().value(),
                        offer.organisation().value(),
                        narrative,
                        evidence,
                        now,
                        ends(handle, offer.organisation(), now),
                        secrets);
        if (changed == 0) {
            throw answered();
        }
    }

    private static void requireRenewable(Handle handle, Offer offer, Instant now) {
        CredentialId badge = offer.renews();
        if (badge != null
                && Renewals.award(
                                handle,
                                offer.organisation(),
                                badge,
                                offer.person().id(),
                                offer.achievement().id(),
                                offer.id().value(),
                                now)
                        .isEmpty()) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "What this offer renews is not in force, or another offer renews it.");
        }
    }

    /** The end of an offer that is made or made again now. */
    static Instant ends(Handle handle, OrganisationId organisation, Instant now) {
        return Offer.ends(now, Zones.of(handle, organisation));
    }

    static ProblemException answered() {
        return new ProblemException(ProblemType.CONFLICT, "This offer has been answered or closed before.");
    }

    Offer read(OfferRow row) {
        OrganisationId organisation = new OrganisationId(row.organisationId());
        UUID renews = row.renewsBadge();
        return new Offer(
                new OfferId(row.id()),
                organisation,
                person(row, organisation),
                achievements.joined(
                        new AchievementVersionId(row.achievementVersionId()),
                        new AchievementId(row.achievementId()),
                        row.version(),
                        organisation,
                        row.content()),
                row.narrative(),
                row.evidence(),
                OfferState.valueOf(row.state()),
                row.dispute() == null ? null : Dispute.valueOf(row.dispute()),
                new AccountId(row.offeredBy()),
                row.createdAt(),
                row.endsAt(),
                row.failedPins() >= Offer.MOST_WRONG_PINS,
                row.slipOpens(),
                row.codeSealed() != null,
                renews == null ? null : new CredentialId(renews),
                row.prints(),
                row.follower() == null ? "" : row.follower());
    }

    private static Person person(OfferRow row, OrganisationId organisation) {
        return new Person(
                new PersonId(row.workerId()),
                organisation,
                row.firstName(),
                row.lastName(),
                row.subjectId(),
                row.holderId() == null ? null : new HolderId(row.holderId()),
                row.noticeGivenOn(),
                row.kind());
    }
}
