package fr.badgesiae.api.person.duplicate;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.OpenPathways;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Merges two files of one person, for good: everything about the one is about the other from then on. What was signed stays as it
 * is. Two spaces are the holder's to join: files that each have one are not merged.
 */
public final class MergePeople {
    private final Platform platform;
    private final People people = new People();
    private final OpenPathways pathways;
    private final Supplier<List<MergedTable>> tables;

    /** @param tables of all features */
    MergePeople(Platform platform, OpenPathways pathways, Supplier<List<MergedTable>> tables) {
        this.platform = platform;
        this.pathways = pathways;
        this.tables = tables;
    }

    sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record Merged(PersonId kept) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.merged(kept);
            }
        }

        record Invalid(Errors errors) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.invalid(errors);
            }
        }

        record SavedSince() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.savedSince();
            }
        }
    }

    interface Cases<T> {
        /** Now, or by a concurrent request. */
        T merged(PersonId kept);

        T invalid(Errors errors);

        /** A file was changed since it was read; nothing was merged. */
        T savedSince();
    }

    /** @throws ProblemException NOT_FOUND unless both are files of the organisation */
    Outcome apply(Principal by, Pair pair, MergeForm form) {
        Errors errors = form.check(pair);
        UUID here = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            DuplicateDao dao = handle.attach(DuplicateDao.class);
            // As an erasure does: spaces before files.
            dao.lockSpaces(pair.firstId(), pair.secondId());
            List<DuplicateDao.FileRow> files = dao.lock(here, pair.firstId(), pair.secondId());
            if (files.size() != 2) {
                return mergedBefore(handle, by, pair);
            }
            if (!errors.isEmpty()) {
                return new Outcome.Invalid(errors);
            }
            if (files.stream()
                    .anyMatch(file -> file.revision()
                            != form.revisions().getOrDefault(file.id().toString(), 0))) {
                return new Outcome.SavedSince();
            }
            Errors refused = refused(handle, by, files, form);
            return refused.isEmpty() ? merge(handle, by, files, form) : new Outcome.Invalid(refused);
        });
    }

    private Outcome mergedBefore(Handle handle, Principal by, Pair pair) {
        return people.mergedInto(handle, by.organisation(), pair.first())
                .filter(pair.second()::equals)
                .or(() -> people.mergedInto(handle, by.organisation(), pair.second())
                        .filter(pair.first()::equals))
                .map(Outcome.Merged::new)
                .orElseThrow(ProblemException::notFound);
    }

    private Errors refused(Handle handle, Principal by, List<DuplicateDao.FileRow> files, MergeForm form) {
        if (ComparePeople.twoSpaces(files)) {
            return Errors.of("", "worker.duplicate.two-spaces");
        }
        UUID first = files.get(0).id();
        UUID second = files.get(1).id();
        if (handle.attach(DuplicateDao.class).signs(by.organisation().value(), first, second)) {
            return Errors.of("", "worker.duplicate.busy");
        }
        boolean onPathway = files.stream()
                .anyMatch(file -> pathways.any(
                        handle, by.organisation(), file.id(), by.zone().today(platform.clock())));
        return onPathway && chosen(files, form, MergeForm.KIND, DuplicateDao.FileRow::kind) != PersonKind.WORKER
                ? Errors.of(MergeForm.KIND, "worker.error.kind-pathway")
                : Errors.none();
    }

    private static <T> T chosen(
            List<DuplicateDao.FileRow> files, MergeForm form, String field, Function<DuplicateDao.FileRow, T> value) {
        return value.apply(files.get(form.takes(field, files.get(0).id()) ? 0 : 1));
    }

    private Outcome merge(Handle handle, Principal by, List<DuplicateDao.FileRow> files, MergeForm form) {
        UUID here = by.organisation().value();
        UUID kept = UUID.fromString(form.keep());
        UUID other = files.get(files.get(0).id().equals(kept) ? 1 : 0).id();
        Instant now = platform.clock().instant();
        DeskFile given = new DeskFile(by.organisation(), other);
        tables.get().forEach(table -> table.merge(handle, given, kept, now));
        DuplicateDao dao = handle.attach(DuplicateDao.class);
        dao.takeIn(
                here,
                kept,
                other,
                chosen(files, form, MergeForm.FIRST_NAME, DuplicateDao.FileRow::firstName),
                chosen(files, form, MergeForm.LAST_NAME, DuplicateDao.FileRow::lastName),
                chosen(files, form, MergeForm.KIND, DuplicateDao.FileRow::kind),
                files.get(form.takes(MergeForm.CONTRACT_END, files.get(0).id()) ? 0 : 1)
                        .contractEndedOn(),
                now);
        dao.giveUp(here, other, kept, now);
        record(handle, by, DuplicateAudit.WORKERS_MERGED, kept);
        record(handle, by, DuplicateAudit.WORKER_MERGED_AWAY, other);
        return new Outcome.Merged(new PersonId(kept));
    }

    private void record(Handle handle, Principal by, DuplicateAudit code, UUID subject) {
        Actor actor = Actor.account(by.account());
        platform.audit().record(handle, new AuditEvent(by.organisation(), actor, code, subject));
    }
}
