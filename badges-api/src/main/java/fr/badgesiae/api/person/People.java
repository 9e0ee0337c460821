package fr.badgesiae.api.person;

import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.table.Sort;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Workers as other features may see them, always within one organisation. */
public final class People {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public Optional<Person> find(Handle handle, OrganisationId organisation, PersonId person) {
        return handle.attach(PersonDao.class)
                .find(person.value(), organisation.value())
                .map(People::read);
    }

    /** The same for an act that writes about the person: their file is not erased before the transaction ends. */
    public Optional<Person> lock(Handle handle, OrganisationId organisation, PersonId person) {
        return handle.attach(PersonDao.class)
                .lock(person.value(), organisation.value())
                .map(People::read);
    }

    /** The same for an act that only some kinds allow: their kind stays until the transaction ends. */
    public Optional<Person> lockKind(Handle handle, OrganisationId organisation, PersonId person) {
        return handle.attach(PersonDao.class)
                .lockKind(person.value(), organisation.value())
                .map(People::read);
    }

    /**
     * A page of workers by last name, first name.
     *
     * @param words part of a name, or empty
     * @param after the last worker of the page before, or null for the first page
     */
    public List<Person> page(
            Handle handle, OrganisationId organisation, String words, @Nullable Person after, int limit) {
        return rows(handle, organisation, words, after, limit).stream()
                .map(People::read)
                .toList();
    }

    List<PersonRow> rows(Handle handle, OrganisationId organisation, String words, @Nullable Person after, int limit) {
        return handle.attach(PersonDao.class)
                .page(
                        organisation.value(),
                        words,
                        after == null ? "" : after.lastName(),
                        after == null ? "" : after.firstName(),
                        after == null ? BEFORE_ALL : after.id().value(),
                        limit);
    }

    /** A page of those whom a filter leaves, in an order; after the last of the page before, or null. */
    public List<Person> narrowed(
            Handle handle,
            OrganisationId organisation,
            ListPeople.Filter filter,
            Sort<PeopleColumn> sort,
            @Nullable PersonId after,
            int limit) {
        return filtered(handle, organisation, filter, sort, after, limit).stream()
                .map(People::read)
                .toList();
    }

    List<PersonRow> filtered(
            Handle handle,
            OrganisationId organisation,
            ListPeople.Filter filter,
            Sort<PeopleColumn> sort,
            @Nullable PersonId after,
            int limit) {
        return handle.attach(PersonDao.class)
                .filtered(
                        filter.conditions() + (after == null ? "" : sort.after("w", "worker")),
                        sort.orderBy("w"),
                        organisation.value(),
                        filter.kind().orElse(null),
                        filter.group().map(GroupId::value).orElse(null),
                        after == null ? null : after.value(),
                        limit);
    }

    /**
     * Locks as {@link #lock} does.
     *
     * @throws ProblemException NOT_FOUND for a worker of another organisation
     */
    public void require(Handle handle, OrganisationId organisation, PersonId id) {
        if (lock(handle, organisation, id).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    /** The file that took this one in, when two of one person were merged. */
    public Optional<PersonId> mergedInto(Handle handle, OrganisationId organisation, PersonId person) {
        return handle.attach(PersonDao.class)
                .mergedInto(person.value(), organisation.value())
                .map(PersonId::new);
    }

    /** The groups that are not archived, by kind and name. */
    public List<GroupName> groups(Handle handle, OrganisationId organisation) {
        return handle.attach(PersonDao.class).groups(organisation.value()).stream()
                .map(row -> new GroupName(new GroupId(row.id()), row.kind(), row.name()))
                .toList();
    }

    /** Binds the worker to the holder of the first claim. False when another holder claimed before. */
    public boolean claimedBy(Handle handle, OrganisationId organisation, PersonId person, HolderId holder) {
        return handle.attach(PersonDao.class).bindHolder(person.value(), organisation.value(), holder.value()) == 1;
    }

    static Person read(PersonRow row) {
        return new Person(
                new PersonId(row.id()),
                new OrganisationId(row.organisationId()),
                row.firstName(),
                row.lastName(),
                row.subjectId(),
                row.holderId() == null ? null : new HolderId(row.holderId()),
                row.noticeGivenOn(),
                row.kind());
    }
}
