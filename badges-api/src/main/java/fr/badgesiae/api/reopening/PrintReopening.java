package fr.badgesiae.api.reopening;

import fr.badgesiae.api.holder.access.ReopeningState;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Instant;

/** Opens the slip of a reopening for print; each time leaves an audit line. */
public final class PrintReopening {
    private final Platform platform;
    private final Organisations organisations;
    private final People people;
    private final ReopeningSlips slips;

    PrintReopening(Platform platform, Organisations organisations, People people, ReopeningSlips slips) {
        this.platform = platform;
        this.organisations = organisations;
        this.people = people;
        this.slips = slips;
    }

    /** A slip to print. */
    public record Slip(Person person, OrganisationProfile organisation, SlipSecrets.Clear secrets, Instant ends) {}

    /**
     * The slip in clear.
     *
     * @throws ProblemException NOT_FOUND; CONFLICT when no slip waits
     */
    public Slip apply(Principal by, PersonId id) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            Person person = people.find(handle, by.organisation(), id).orElseThrow(ProblemException::notFound);
            ReopeningRow row = handle.attach(ReopeningDao.class)
                    .latest(id.value(), by.organisation().value())
                    .filter(last -> last.stateAt(platform.clock().instant()) == ReopeningState.OPEN)
                    .orElseThrow(PrintReopening::none);
            byte[] code = row.codeSealed();
            byte[] pin = row.pinSealed();
            if (code == null || pin == null) {
                throw none();
            }
            OrganisationProfile profile =
                    organisations.find(handle, by.organisation()).orElseThrow();
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    ReopeningAudit.ACCESS_REOPENING_PRINTED,
                                    row.id()));
            return new Slip(person, profile, slips.open(row.id(), code, pin), row.endsAt());
        });
    }

    private static ProblemException none() {
        return new ProblemException(ProblemType.CONFLICT, "No slip waits for this person.");
    }
}
