package fr.badgesiae.api.observation.client.open;

import fr.badgesiae.api.observation.content.ClientCodes;
import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.observation.content.ObservationAudit;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A client says what they saw: an observation for each way in which tasks were done, which the person reads. What was not seen
 * leaves nothing: no answer can be held against anybody.
 */
public final class NoteReturn {
    private final Platform platform;
    private final ClientCodes codes;

    public NoteReturn(Platform platform, ClientCodes codes) {
        this.platform = platform;
        this.codes = codes;
    }

    /**
     * Notes it.
     *
     * @param form checked before
     * @return whether the code takes answers; empty for an unknown code
     */
    public Optional<Boolean> apply(Code code, ReturnForm form) {
        byte[] lookup = codes.lookup(code);
        return platform.database()
                .look(handle -> handle.attach(OpenCodeDao.class).locate(lookup))
                .flatMap(found -> platform.database()
                        .inOrganisation(
                                new OrganisationId(found.organisationId()), handle -> note(handle, found, form)));
    }

    private Optional<Boolean> note(Handle handle, OpenCodeDao.LocationRow found, ReturnForm form) {
        OpenCodeDao dao = handle.attach(OpenCodeDao.class);
        UUID organisation = found.organisationId();
        return dao.lock(found.codeId(), organisation)
                .flatMap(code -> dao.find(code, organisation))
                .map(row -> {
                    boolean open = OpenCode.of(row, platform.clock()).open();
                    if (open && form.seenAny()) {
                        keep(handle, found, row, form);
                    }
                    return open;
                });
    }

    private void keep(Handle handle, OpenCodeDao.LocationRow found, OpenCodeDao.CodeRow row, ReturnForm form) {
        OpenCodeDao dao = handle.attach(OpenCodeDao.class);
        Instant now = platform.clock().instant();
        LocalDate today = FrenchZone.of(row.timeZone()).today(platform.clock());
        String note = form.note();
        for (Manner manner : Manner.values()) {
            List<String> tasks = form.tasks(row.tasks(), manner);
            if (!tasks.isEmpty()) {
                dao.insert(
                        platform.ids().uuid(),
                        found.organisationId(),
                        row.workerId(),
                        row.achievementId(),
                        row.madeBy(),
                        today,
                        manner,
                        tasks.toArray(String[]::new),
                        note,
                        form.client(),
                        found.codeId(),
                        now);
                // Said once.
                note = "";
            }
        }
        dao.count(found.codeId(), found.organisationId(), now);
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                new OrganisationId(found.organisationId()),
                                Actor.SYSTEM,
                                ObservationAudit.CLIENT_RETURN_NOTED,
                                row.workerId()));
    }
}
