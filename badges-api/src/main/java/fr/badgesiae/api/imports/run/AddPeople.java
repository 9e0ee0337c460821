package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.Finding;
import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.ImportState;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.many.NewPeople;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Adds the people of a started import, a batch a transaction: each batch is there with the state of its lines, or not at all.
 * Whoever runs this goes on where another stopped.
 */
public final class AddPeople {
    /** Small enough that a member who stops it does not wait, and that progress is seen. */
    private static final int BATCH = 200;

    private final Platform platform;
    private final NewPeople people;

    AddPeople(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.people = new NewPeople(platform, organisations);
    }

    /**
     * Goes on with one import, while it has started and whoever started it may add people.
     *
     * @param longest after which the rest is left to the job
     */
    public void apply(OrganisationId organisation, ImportId id, Duration longest) {
        Instant end = platform.clock().instant().plus(longest);
        boolean more = true;
        while (more && platform.clock().instant().isBefore(end)) {
            more = platform.database().inOrganisation(organisation, handle -> batch(handle, organisation, id));
        }
    }

    private boolean batch(Handle handle, OrganisationId organisation, ImportId id) {
        ImportDao dao = handle.attach(ImportDao.class);
        // Names before the row, as a start does.
        dao.lockNames(organisation.value());
        Imports.lock(handle, organisation, id);
        if (!dao.goesOn(id.value(), organisation.value()).orElse(false)) {
            return false;
        }
        Instant now = platform.clock().instant();
        LineDao lines = handle.attach(LineDao.class);
        List<LineDao.Row> next = lines.toAdd(id.value(), organisation.value(), BATCH);
        if (next.isEmpty()) {
            lines.leave(id.value(), organisation.value(), now);
            dao.end(id.value(), organisation.value(), ImportState.DONE, now);
            return false;
        }
        int[] fresh = next.stream()
                .filter(row -> row.finding() == Finding.NEW)
                .mapToInt(LineDao.Row::line)
                .toArray();
        if (lines.markKnown(id.value(), organisation.value(), fresh, now) == 0) {
            add(handle, organisation, id, next, now);
        }
        // Otherwise somebody got one of these names since the list was read: the batch is taken anew without it.
        dao.touch(id.value(), organisation.value(), now);
        return true;
    }

    private void add(Handle handle, OrganisationId organisation, ImportId id, List<LineDao.Row> rows, Instant now) {
        ImportDao.ImportRow started = Imports.started(handle, organisation, id);
        List<UUID> added = people
                .add(
                        handle,
                        organisation,
                        new AccountId(Objects.requireNonNull(started.startedBy())),
                        Optional.ofNullable(started.personKind()),
                        rows.stream()
                                .map(row -> PersonForm.named(row.firstName(), row.lastName()))
                                .toList())
                .stream()
                .map(PersonId::value)
                .toList();
        handle.attach(LineDao.class)
                .added(
                        id.value(),
                        organisation.value(),
                        rows.stream().map(LineDao.Row::line).toList(),
                        added,
                        now);
    }
}
