package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.Optional;

/** Plans a day on which badges are handed over. */
public final class PlanCeremony {
    /** Most ceremonies of an organisation that are still to come. */
    static final int MOST = 100;

    private final Platform platform;
    private final Organisations organisations;

    PlanCeremony(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    /**
     * Plans it.
     *
     * @param run whose open offers it has from the start; an unknown one has none
     * @return empty where the organisation has {@link #MOST} to come
     * @throws ProblemException PAUSED while the organisation may not offer
     */
    public Optional<CeremonyId> apply(Principal by, LocalDate day, String place, Optional<AwardRunId> run) {
        CeremonyId id = new CeremonyId(platform.ids().uuid());
        return platform.database().inOrganisation(by.organisation(), handle -> {
            organisations.requireNotPaused(handle, by.organisation());
            CeremonyDao dao = handle.attach(CeremonyDao.class);
            if (dao.planned(by.organisation().value(), by.zone().today(platform.clock())) >= MOST) {
                return Optional.empty();
            }
            dao.insert(
                    id.value(),
                    by.organisation().value(),
                    day,
                    place,
                    by.account().value(),
                    platform.clock().instant());
            run.ifPresent(offers -> dao.addRun(
                    id.value(),
                    by.organisation().value(),
                    offers.value(),
                    platform.clock().instant()));
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    CeremonyAudit.CEREMONY_PLANNED,
                                    id.value()));
            return Optional.of(id);
        });
    }
}
