package fr.badgesiae.api.observation;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.observation.content.ObservationAudit;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Notes what a member saw a person do. Nothing is offered and nothing signed: a pause does not keep anybody from it. */
public final class NoteObservation {
    private final Platform platform;

    NoteObservation(Platform platform) {
        this.platform = platform;
    }

    /**
     * Notes it.
     *
     * @param form without errors
     * @throws ProblemException NOT_FOUND for somebody whom this member may not observe, and for a badge that may not be awarded
     */
    public ObservationId apply(Principal by, PersonId person, AchievementId badge, ObservationForm form) {
        ObservationId id = new ObservationId(platform.ids().uuid());
        return platform.database().inOrganisation(by.organisation(), handle -> {
            MayObserve.require(handle, by, person);
            ObservationDao dao = handle.attach(ObservationDao.class);
            if (dao.badges(by.organisation().value(), null).stream()
                    .noneMatch(row -> row.id().equals(badge.value()))) {
                throw ProblemException.notFound();
            }
            dao.insert(
                    id.value(),
                    by.organisation().value(),
                    person.value(),
                    badge.value(),
                    by.account().value(),
                    form.seenOn(by.zone().today(platform.clock())).orElseThrow(),
                    Manner.valueOf(form.manner()),
                    form.tasks().toArray(new String[0]),
                    form.note(),
                    platform.clock().instant());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    ObservationAudit.OBSERVATION_NOTED,
                                    person.value()));
            return id;
        });
    }
}
