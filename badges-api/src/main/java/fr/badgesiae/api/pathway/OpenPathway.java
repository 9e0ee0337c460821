package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/** Opens a pathway for a worker. */
public final class OpenPathway {
    private final Platform platform;
    private final People people;
    private final SealPassIae seal;

    OpenPathway(Platform platform, People people) {
        this.platform = platform;
        this.people = people;
        this.seal = new SealPassIae(platform.vault());
    }

    /** The answer to a form. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        /** The pathway is open. */
        record Opened(PathwayId id) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.opened(id);
            }
        }

        /** The form has errors; nothing is written. */
        record Invalid(Person person, boolean asksPassIae, Errors errors) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.invalid(person, asksPassIae, errors);
            }
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T opened(PathwayId id);

        /** @param person whose pathway was refused */
        T invalid(Person person, boolean asksPassIae, Errors errors);
    }

    /** @throws ProblemException NOT_FOUND for a worker of another organisation */
    public Outcome apply(Principal by, PersonId person, PathwayForm form) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            boolean asks = handle.attach(PathwayDao.class)
                    .lockPassIaeUse(by.organisation().value());
            PathwayForm.Checked checked = (asks ? form : form.withoutPassIae()).check();
            Person whose = people.lockKind(handle, by.organisation(), person).orElseThrow(ProblemException::notFound);
            if (whose.kind() != PersonKind.WORKER) {
                return new Outcome.Invalid(whose, asks, Errors.of("", "pathway.error.not-worker"));
            }
            return checked.values()
                    .<Outcome>map(values -> new Outcome.Opened(insert(handle, by, person, values)))
                    .orElseGet(() -> new Outcome.Invalid(whose, asks, checked.errors()));
        });
    }

    private PathwayId insert(Handle handle, Principal by, PersonId person, PathwayForm.Values form) {
        PathwayId id = new PathwayId(platform.ids().uuid());
        handle.attach(PathwayDao.class)
                .insert(
                        id.value(),
                        by.organisation().value(),
                        person.value(),
                        form.startsOn(),
                        form.endsOn().orElse(null),
                        form.exit().orElse(null),
                        form.passIae()
                                .map(number -> seal.seal(by.organisation(), id, number))
                                .orElse(null),
                        platform.clock().instant());
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                by.organisation(),
                                Actor.account(by.account()),
                                PathwayAudit.PATHWAY_OPENED,
                                id.value()));
        return id;
    }
}
