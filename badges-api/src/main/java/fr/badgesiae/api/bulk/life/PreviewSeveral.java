package fr.badgesiae.api.bulk.life;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Says of each of several badges what an act would do to it; nothing is written. */
final class PreviewSeveral {
    private final Database database;
    private final Clock clock;

    PreviewSeveral(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One badge and what the act would do.
     *
     * @param person first and last name
     */
    record Line(CredentialId id, String badge, String person, LifeOutcome outcome, LifeDao.BadgeRow row) {}

    /** By name of the person; what is no badge of the organisation has no line. */
    List<Line> apply(OrganisationId organisation, LifeAct act, List<CredentialId> badges) {
        UUID[] ids = badges.stream().map(CredentialId::value).toArray(UUID[]::new);
        return database
                .inOrganisation(
                        organisation,
                        handle -> handle.attach(LifeDao.class).badges(ids, organisation.value(), clock.instant()))
                .stream()
                .map(row -> new Line(new CredentialId(row.id()), row.name(), row.person(), outcome(act, row), row))
                .toList();
    }

    static LifeOutcome outcome(LifeAct act, LifeDao.BadgeRow row) {
        boolean inForce = row.state() == CredentialState.ISSUED;
        return switch (act) {
            case PAUSE -> inForce ? row.lapsed() ? LifeOutcome.LAPSED : LifeOutcome.DONE : LifeOutcome.NOT_IN_FORCE;
            case RESUME -> row.paused() ? row.lapsed() ? LifeOutcome.LAPSED : LifeOutcome.DONE : LifeOutcome.NOT_PAUSED;
            case REVOKE -> inForce || row.paused() ? LifeOutcome.DONE : LifeOutcome.REVOKED_BEFORE;
            case RENEW -> renewal(inForce, row);
            case REPLACE -> replacement(inForce, row);
        };
    }

    private static LifeOutcome replacement(boolean inForce, LifeDao.BadgeRow row) {
        if (!inForce) {
            return row.paused() ? LifeOutcome.RESUME_FIRST : LifeOutcome.NOT_IN_FORCE;
        }
        if (row.lapsed()) {
            return LifeOutcome.LAPSED;
        }
        if (row.organisationPaused()) {
            return LifeOutcome.PAUSED;
        }
        if (row.version() == null) {
            return LifeOutcome.NO_VERSION;
        }
        if (row.beingSigned()) {
            return LifeOutcome.BEING_SIGNED;
        }
        if (!row.earlier()) {
            return LifeOutcome.SAME_TEXT;
        }
        return row.wordsOnly() ? LifeOutcome.DONE : LifeOutcome.RENEW_INSTEAD;
    }

    private static LifeOutcome renewal(boolean inForce, LifeDao.BadgeRow row) {
        if (!inForce) {
            return LifeOutcome.NOT_IN_FORCE;
        }
        if (row.organisationPaused()) {
            return LifeOutcome.PAUSED;
        }
        if (row.renewalOpen()) {
            return LifeOutcome.RENEWAL_OPEN;
        }
        if (row.version() == null) {
            return LifeOutcome.NO_VERSION;
        }
        if (!request(row).errors(row.evidencePolicy()).isEmpty()) {
            return LifeOutcome.WORDS_MISSING;
        }
        return row.sheetGiven() ? LifeOutcome.DONE : LifeOutcome.SHEET_MISSING;
    }

    /** The words of before again, in the newest version of the badge. */
    static OfferRequest request(LifeDao.BadgeRow row) {
        return new OfferRequest(
                new PersonId(row.workerId()),
                new AchievementVersionId(Objects.requireNonNull(row.version())),
                row.narrative(),
                row.evidence());
    }
}
