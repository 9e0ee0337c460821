package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Opens and changes pathways, and reveals a PASS IAE number to somebody whose name stays in the audit. */
final class EditPathway {
    private final Platform platform;
    private final People people;

    EditPathway(Platform platform, People people) {
        this.platform = platform;
        this.people = people;
    }

    void open(Principal by, PersonId person, PathwayForm.Checked form) {
        UUID id = platform.ids().uuid();
        platform.database().inOrganisation(by.organisation(), handle -> {
            if (people.find(handle, by.organisation(), person).isEmpty()) {
                throw ProblemException.notFound();
            }
            handle.attach(PathwayDao.class)
                    .insert(
                            id,
                            by.organisation().value(),
                            person.value(),
                            form.startsOn(),
                            form.endsOn(),
                            form.passIae() == null ? null : seal(by, id, form.passIae()),
                            platform.clock().instant());
            platform.audit().record(handle, event(by, PathwayAudit.PATHWAY_OPENED, id));
            return null;
        });
    }

    /**
     * Changes the dates, and the number where one was typed.
     *
     * @param revision the one that was read
     * @return false when somebody saved since: nothing was changed
     */
    boolean change(Principal by, PathwayId pathway, int revision, PathwayForm.Checked form) {
        UUID id = pathway.value();
        UUID organisation = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            PathwayDao dao = handle.attach(PathwayDao.class);
            Instant now = platform.clock().instant();
            if (dao.setDates(id, organisation, revision, form.startsOn(), form.endsOn(), now) != 1) {
                return false;
            }
            if (form.passIae() != null) {
                dao.setPassIae(id, organisation, seal(by, id, form.passIae()));
            }
            platform.audit().record(handle, event(by, PathwayAudit.PATHWAY_CHANGED, id));
            return true;
        });
    }

    /** The number, with a line that says who saw it. */
    PassIae reveal(Principal by, PathwayId pathway) {
        UUID id = pathway.value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            byte[] sealed = handle.attach(PathwayDao.class)
                    .passIae(id, by.organisation().value())
                    .orElseThrow(ProblemException::notFound);
            platform.audit().record(handle, event(by, PathwayAudit.PASS_IAE_REVEALED, id));
            return new PassIae(new String(platform.vault().open(sealed, context(by, id)), StandardCharsets.US_ASCII));
        });
    }

    private byte[] seal(Principal by, UUID pathway, PassIae pass) {
        return platform.vault().seal(pass.value().getBytes(StandardCharsets.US_ASCII), context(by, pathway));
    }

    private static String context(Principal by, UUID pathway) {
        return "pathway.pass_iae|" + pathway + "|" + by.organisation();
    }

    private static AuditEvent event(Principal by, AuditCode code, UUID pathway) {
        return new AuditEvent(by.organisation(), Actor.account(by.account()), code, pathway);
    }
}
