package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;

/** Offers a badge to a worker. An offer is not a credential: it can be cancelled, sent again, and it ends. */
public final class OfferBadge {
    /** How long an offer waits for its answer. */
    static final Period LIFE = Period.ofMonths(6);

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Database database;
    private final Organisations organisations;
    private final Achievements achievements;
    private final People people;
    private final Slips slips;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    OfferBadge(OfferDependencies needs, Slips slips) {
        this.database = needs.database();
        this.organisations = needs.organisations();
        this.achievements = needs.achievements();
        this.people = needs.people();
        this.ids = needs.ids();
        this.clock = needs.clock();
        this.audit = needs.audit();
        this.slips = slips;
    }

    /**
     * A request with what it names.
     *
     * @param errors what is wrong with its words, by field {@code narrative} and {@code evidence}
     */
    public record Draft(OfferRequest request, Person person, PublishedAchievement achievement, Errors errors) {}

    /**
     * Says no before anything is typed.
     *
     * @throws ProblemException PAUSED while the organisation may not offer
     */
    public void requireOpen(OrganisationId organisation) {
        database.inOrganisation(organisation, handle -> {
            organisations.requireNotPaused(handle, organisation);
            return true;
        });
    }

    /** Reads a request without doing anything; another organisation's worker or badge is not found. */
    public Draft draft(OrganisationId organisation, OfferRequest request) {
        return database.inOrganisation(organisation, handle -> {
            organisations.requireNotPaused(handle, organisation);
            Person person = people.find(handle, organisation, request.person()).orElseThrow(ProblemException::notFound);
            PublishedAchievement achievement = achievements.published(handle, organisation).stream()
                    .filter(published -> published.id().equals(request.version()))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            return new Draft(
                    request,
                    person,
                    achievement,
                    check(request, achievement.content().evidencePolicy()));
        });
    }

    /** What accepting would sign if the holder leaves every choice as it is proposed. */
    public AwardStatement preview(OrganisationId organisation, Draft draft) {
        boolean evidence = !draft.request().evidence().isEmpty();
        return new AwardStatement(
                ids.uuid(),
                organisation,
                draft.person().id(),
                draft.person().holder(),
                draft.person().subject(),
                draft.achievement(),
                draft.request().narrative(),
                draft.request().evidence(),
                LocalDate.ofInstant(clock.instant(), ZONE),
                NameChoice.FIRST_AND_INITIAL,
                draft.person().shortName(),
                evidence,
                ids.uuid());
    }

    /** Makes the offer and its slip. */
    public OfferId offer(OrganisationId organisation, AccountId by, Draft draft) {
        if (!draft.errors().isEmpty()) {
            throw new IllegalArgumentException("a draft with errors is not offered");
        }
        OfferId id = new OfferId(ids.uuid());
        SlipSecrets secrets = slips.draw(id.value());
        Instant now = clock.instant();
        return database.inOrganisation(organisation, handle -> {
            organisations.requireNotPaused(handle, organisation);
            insert(handle, organisation, by, id, draft, now, secrets);
            audit.record(handle, new AuditEvent(organisation, Actor.account(by), AuditCode.OFFER_MADE, id.value()));
            return id;
        });
    }

    private static void insert(
            Handle handle,
            OrganisationId organisation,
            AccountId by,
            OfferId id,
            Draft draft,
            Instant now,
            SlipSecrets secrets) {
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
                        ends(now),
                        secrets);
    }

    static Instant ends(Instant from) {
        return from.atZone(ZONE).plus(LIFE).toInstant();
    }

    /** What is wrong with the words of an offer. */
    static Errors check(OfferRequest request, EvidencePolicy policy) {
        Errors errors = Errors.none();
        if (request.narrative().isEmpty()) {
            errors = errors.with("narrative", "award.error.narrative-missing");
        }
        if (request.narrative().length() > OfferRequest.MOST) {
            errors = errors.with("narrative", "award.error.too-long", OfferRequest.MOST);
        }
        if (request.evidence().length() > OfferRequest.MOST) {
            errors = errors.with("evidence", "award.error.too-long", OfferRequest.MOST);
        }
        if (policy == EvidencePolicy.REQUIRED_TEXT && request.evidence().isEmpty()) {
            errors = errors.with("evidence", "award.error.evidence-missing");
        }
        if (policy == EvidencePolicy.NONE && !request.evidence().isEmpty()) {
            errors = errors.with("evidence", "award.error.evidence-unwanted");
        }
        return errors;
    }
}
