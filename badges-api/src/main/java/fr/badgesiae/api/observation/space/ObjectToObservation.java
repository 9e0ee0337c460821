package fr.badgesiae.api.observation.space;

import fr.badgesiae.api.observation.content.Objection;
import fr.badgesiae.api.observation.content.ObservationAudit;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Records that a holder calls an observation wrong, from when on it counts no more; or that they do so no longer. */
public final class ObjectToObservation {
    private final Platform platform;

    public ObjectToObservation(Platform platform) {
        this.platform = platform;
    }

    /**
     * Records it.
     *
     * @param objection null takes it back
     * @throws ProblemException NOT_FOUND for an observation of somebody else
     */
    public void apply(HolderId holder, ObservationId id, @Nullable Objection objection) {
        platform.database().inHolder(holder, handle -> {
            SpaceDao.FileRow file = handle.attach(SpaceDao.class)
                    .say(id.value(), objection, platform.clock().instant())
                    .orElseThrow(ProblemException::notFound);
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    new OrganisationId(file.organisationId()),
                                    Actor.holder(holder),
                                    objection == null
                                            ? ObservationAudit.OBSERVATION_ACCEPTED
                                            : ObservationAudit.OBSERVATION_OBJECTED,
                                    file.workerId()));
            return file;
        });
    }
}
