package fr.badgesiae.api.event;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.event.content.EventAudit;
import fr.badgesiae.api.event.content.EventCodes;
import fr.badgesiae.api.event.content.EventId;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Makes an event with the code of its poster. */
public final class PlanEvent {
    private final Platform platform;
    private final Organisations organisations;
    private final EventCodes codes;

    PlanEvent(Platform platform, Organisations organisations, EventCodes codes) {
        this.platform = platform;
        this.organisations = organisations;
        this.codes = codes;
    }

    /**
     * Makes it.
     *
     * @param form checked before
     * @throws ProblemException PAUSED while the organisation may not offer; NOT_FOUND for a badge that it may not offer
     */
    public EventId apply(Principal by, EventForm form) {
        EventId id = new EventId(platform.ids().uuid());
        Code code = platform.ids().code();
        AchievementId badge = AchievementId.fromString(form.badge());
        return platform.database().inOrganisation(by.organisation(), handle -> {
            organisations.requireNotPaused(handle, by.organisation());
            EventDao dao = handle.attach(EventDao.class);
            if (!dao.published(badge.value(), by.organisation().value())) {
                throw ProblemException.notFound();
            }
            dao.insert(
                    id.value(),
                    by.organisation().value(),
                    badge.value(),
                    form.read(by.zone()),
                    codes.lookup(code),
                    codes.seal(id, code),
                    by.account().value(),
                    platform.clock().instant());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    EventAudit.EVENT_PLANNED,
                                    id.value()));
            return id;
        });
    }
}
