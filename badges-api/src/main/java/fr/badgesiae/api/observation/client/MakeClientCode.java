package fr.badgesiae.api.observation.client;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.observation.MayObserve;
import fr.badgesiae.api.observation.content.ClientCodeId;
import fr.badgesiae.api.observation.content.ClientCodes;
import fr.badgesiae.api.observation.content.ObservationAudit;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Makes a code with which clients say what they saw one person do. */
public final class MakeClientCode {
    private final Platform platform;
    private final Organisations organisations;
    private final ClientCodes codes;

    public MakeClientCode(Platform platform, Organisations organisations, ClientCodes codes) {
        this.platform = platform;
        this.organisations = organisations;
        this.codes = codes;
    }

    /** A code, and where the desk follows it. */
    public record Made(ClientCodeId id, Code code) {}

    /**
     * Makes it.
     *
     * @param badge one that may be awarded, with the tasks of the form
     * @param form checked before
     * @throws ProblemException NOT_FOUND for a person whom the member may not observe; PAUSED while the organisation is
     */
    public Made apply(Principal by, PersonId person, AchievementId badge, ClientCodeForm form) {
        ClientCodeId id = new ClientCodeId(platform.ids().uuid());
        Code code = platform.ids().code();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            organisations.requireNotPaused(handle, by.organisation());
            MayObserve.require(handle, by, person);
            handle.attach(ClientCodeDao.class)
                    .insert(
                            id.value(),
                            by.organisation().value(),
                            person.value(),
                            badge.value(),
                            form.tasks().toArray(String[]::new),
                            form.endsOn(by.zone().today(platform.clock())).orElseThrow(),
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
                                    ObservationAudit.CLIENT_CODE_MADE,
                                    person.value()));
            return new Made(id, code);
        });
    }
}
