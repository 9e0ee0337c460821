package fr.badgesiae.api.observation.client.open;

import fr.badgesiae.api.observation.content.ClientCodes;
import fr.badgesiae.api.observation.content.ClientReport;
import fr.badgesiae.api.observation.content.ObservationAudit;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.util.Optional;

/** A client says that the code names another person, or that it is misused: the desk reads so, and decides. */
public final class ReportCode {
    private final Platform platform;
    private final ClientCodes codes;

    public ReportCode(Platform platform, ClientCodes codes) {
        this.platform = platform;
        this.codes = codes;
    }

    /** @return empty for an unknown code */
    public Optional<OpenCode> apply(Code code, ClientReport report) {
        byte[] lookup = codes.lookup(code);
        return platform.database()
                .look(handle -> handle.attach(OpenCodeDao.class).locate(lookup))
                .flatMap(found -> {
                    OrganisationId organisation = new OrganisationId(found.organisationId());
                    return platform.database().inOrganisation(organisation, handle -> {
                        OpenCodeDao dao = handle.attach(OpenCodeDao.class);
                        Optional<OpenCodeDao.CodeRow> row = dao.find(found.codeId(), organisation.value());
                        row.ifPresent(known -> {
                            dao.report(
                                    found.codeId(),
                                    organisation.value(),
                                    report,
                                    platform.clock().instant());
                            platform.audit()
                                    .record(
                                            handle,
                                            new AuditEvent(
                                                    organisation,
                                                    Actor.SYSTEM,
                                                    ObservationAudit.CLIENT_CODE_REPORTED,
                                                    known.workerId()));
                        });
                        return row;
                    });
                })
                .map(row -> OpenCode.of(row, platform.clock()));
    }
}
