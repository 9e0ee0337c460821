package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

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
     * A ceremony.
     *
     * @param part whether more offers of the run wait than it has
     */
    public record Planned(CeremonyId id, boolean part) {}

    /**
     * Plans it.
     *
     * @param run whose open offers it has from the start, {@link ListOpenOffers#MOST} at most; an unknown one has none
     * @return empty where the organisation has {@link #MOST} to come
     * @throws ProblemException PAUSED while the organisation may not offer
     */
    public Optional<Planned> apply(Principal by, LocalDate day, String place, Optional<AwardRunId> run) {
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
            boolean part = run.isPresent() && addRun(dao, by, id, run.get());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    CeremonyAudit.CEREMONY_PLANNED,
                                    id.value()));
            return Optional.of(new Planned(id, part));
        });
    }

    /** The day calls its people one after the other: a run of thousands needs several. */
    private boolean addRun(CeremonyDao dao, Principal by, CeremonyId id, AwardRunId run) {
        UUID organisation = by.organisation().value();
        Instant now = platform.clock().instant();
        int added = dao.addRun(id.value(), organisation, run.value(), now, ListOpenOffers.MOST);
        return added == ListOpenOffers.MOST && dao.waiting(organisation, run.value(), now) > added;
    }
}
