package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /**
     * A page of workers by last name, first name.
     *
     * @param words part of a name, or empty
     * @param after the last worker of the page before, or null for the first page
     */
    public List<Person> page(
            Handle handle, OrganisationId organisation, String words, @Nullable Person after, int limit) {
        return handle
                .attach(PersonDao.class)
                .page(
                        organisation.value(),
                        words,
                        after == null ? "" : after.lastName(),
                        after == null ? "" : after.firstName(),
                        after == null ? BEFORE_ALL : after.id().value(),
                        limit)
                .stream()
                .map(People::read)
                .toList();
    }

    /** The same page of the workers who have not been given the information sheet. */
    public List<Person> uninformed(Handle handle, OrganisationId organisation, @Nullable Person after, int limit) {
        return handle
                .attach(PersonDao.class)
                .uninformed(
                        organisation.value(),
                        after == null ? "" : after.lastName(),
                        after == null ? "" : after.firstName(),
                        after == null ? BEFORE_ALL : after.id().value(),
                        limit)
                .stream()
                .map(People::read)
                .toList();
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

    /** When the files of those people were made who share their names with another of the list. */
    Map<PersonId, Instant> homonyms(Handle handle, OrganisationId organisation, List<Person> people) {
        Map<String, Long> names = people.stream()
                .collect(Collectors.groupingBy(
                        person -> person.fullName().toLowerCase(Locale.ROOT), Collectors.counting()));
        Map<PersonId, Instant> created = new HashMap<>();
        handle.attach(PersonDao.class)
                .created(
                        organisation.value(),
                        people.stream()
                                .filter(person ->
                                        names.getOrDefault(person.fullName().toLowerCase(Locale.ROOT), 0L) > 1)
                                .map(person -> person.id().value())
                                .toArray(UUID[]::new))
                .forEach(row -> created.put(new PersonId(row.id()), row.createdAt()));
        return created;
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
                row.noticeGivenOn());
    }
}
