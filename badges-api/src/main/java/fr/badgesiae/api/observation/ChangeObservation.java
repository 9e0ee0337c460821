package fr.badgesiae.api.observation;

import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.observation.content.ObservationAudit;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** Changes an observation: other words by its author within a week; it is deleted by them, or by whoever manages. */
public final class ChangeObservation {
    private final Platform platform;

    ChangeObservation(Platform platform) {
        this.platform = platform;
    }

    /** What becomes of it. */
    public sealed interface Change permits Words, Photo, NoPhoto, Delete {}

    /** @param form without errors */
    public record Words(ObservationForm form) implements Change {}

    /** @param sealed the photograph as it is stored */
    @SuppressWarnings("ArrayRecordComponent") // handed on; never compared as a record
    public record Photo(byte[] sealed) implements Change {}

    /** Its photograph goes. */
    public record NoPhoto() implements Change {}

    /** It goes, with its photograph. */
    public record Delete() implements Change {}

    /**
     * Changes it.
     *
     * @throws ProblemException NOT_FOUND for one that the member may not read; FORBIDDEN when they may not change it, or not any more
     */
    public void apply(Principal by, ObservationId id, Change change) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            Observation observation = Observations.lock(handle, by, id);
            boolean may = change instanceof Delete
                    ? observation.mayDelete(by, platform.clock().instant())
                    : observation.mayChange(by, platform.clock().instant());
            if (!may) {
                throw new ProblemException(
                        ProblemType.FORBIDDEN,
                        "Only its author may change it, for seven days, unless its person objects.");
            }
            ObservationAudit code = change(handle, by, observation, change);
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    code,
                                    observation.person().value()));
            return code;
        });
    }

    private ObservationAudit change(Handle handle, Principal by, Observation observation, Change change) {
        ObservationDao dao = handle.attach(ObservationDao.class);
        var id = observation.id().value();
        var here = by.organisation().value();
        var now = platform.clock().instant();
        if (change instanceof Words words) {
            ObservationForm form = words.form();
            dao.change(
                    id,
                    here,
                    form.seenOn(by.zone().today(platform.clock())).orElseThrow(),
                    Manner.valueOf(form.manner()),
                    form.tasks().toArray(new String[0]),
                    form.note(),
                    now);
        } else if (change instanceof Photo photo) {
            dao.keepPhoto(id, here, photo.sealed(), now);
        } else if (change instanceof NoPhoto) {
            dao.removePhoto(id, here);
        } else {
            dao.delete(id, here);
            return ObservationAudit.OBSERVATION_DELETED;
        }
        return ObservationAudit.OBSERVATION_CHANGED;
    }
}
