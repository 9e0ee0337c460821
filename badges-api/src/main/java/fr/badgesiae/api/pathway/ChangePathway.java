package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Changes the dates and the exit of a pathway, and its PASS IAE number where one was typed. */
final class ChangePathway {
    private final Platform platform;
    private final People people;
    private final ShowPathway show;
    private final SealPassIae seal;

    ChangePathway(Platform platform, People people) {
        this.platform = platform;
        this.people = people;
        this.show = new ShowPathway(platform.database(), people);
        this.seal = new SealPassIae(platform.vault());
    }

    sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record Saved() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.saved();
            }
        }

        record Invalid(ShowPathway.Shown now, Errors errors) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.invalid(now, errors);
            }
        }

        record SavedSince(ShowPathway.Shown now) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.savedSince(now);
            }
        }
    }

    interface Cases<T> {
        /** Saved now, or with the same dates and no number by a concurrent request. */
        T saved();

        T invalid(ShowPathway.Shown now, Errors errors);

        /** A concurrent request saved other values; nothing was changed. */
        T savedSince(ShowPathway.Shown now);
    }

    /**
     * @param revision the one that was read
     * @throws ProblemException NOT_FOUND for another organisation's or another worker's pathway
     */
    Outcome apply(Principal by, PersonId person, PathwayId pathway, int revision, PathwayForm form) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            boolean asks = handle.attach(PathwayDao.class)
                    .lockPassIaeUse(by.organisation().value());
            PathwayForm.Checked checked = (asks ? form : form.withoutPassIae()).check();
            PersonKind kind = people.lockKind(handle, by.organisation(), person)
                    .orElseThrow(ProblemException::notFound)
                    .kind();
            ShowPathway.Shown now = show.read(handle, by.organisation(), person, pathway);
            if (kind != PersonKind.WORKER
                    && checked.values().filter(values -> open(by, values)).isPresent()) {
                return new Outcome.Invalid(now, Errors.of("endsOn", "pathway.error.end-of-other"));
            }
            if (checked.values().isEmpty()) {
                return new Outcome.Invalid(now, checked.errors());
            }
            if (save(handle, by, pathway, revision, checked.values().get())) {
                return new Outcome.Saved();
            }
            ShowPathway.Shown since = show.read(handle, by.organisation(), person, pathway);
            return PathwayForm.of(since.pathway()).equals(form) ? new Outcome.Saved() : new Outcome.SavedSince(since);
        });
    }

    private boolean open(Principal by, PathwayForm.Values values) {
        LocalDate today = by.zone().today(platform.clock());
        return values.endsOn().filter(end -> end.isBefore(today)).isEmpty();
    }

    private boolean save(Handle handle, Principal by, PathwayId pathway, int revision, PathwayForm.Values form) {
        UUID id = pathway.value();
        UUID organisation = by.organisation().value();
        PathwayDao dao = handle.attach(PathwayDao.class);
        int rows = dao.setDates(
                id,
                organisation,
                revision,
                form.startsOn(),
                form.endsOn().orElse(null),
                form.exit().orElse(null),
                platform.clock().instant());
        if (rows != 1) {
            return false;
        }
        form.passIae()
                .ifPresent(number -> dao.setPassIae(id, organisation, seal.seal(by.organisation(), pathway, number)));
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                by.organisation(), Actor.account(by.account()), PathwayAudit.PATHWAY_CHANGED, id));
        return true;
    }
}
