package fr.badgesiae.api.credential;

import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the desk sees of awarded badges. */
final class DeskCredentials {
    static final int PAGE = 50;
    private static final Instant AFTER_ALL = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final Database database;
    private final People people;
    private final Credentials credentials;

    DeskCredentials(Database database, People people, Credentials credentials) {
        this.database = database;
        this.people = people;
        this.credentials = credentials;
    }

    /**
     * @param after the last badge of the page before, or null for the first page
     */
    CredentialListPage page(OrganisationId organisation, CredentialId after) {
        return database.inOrganisation(organisation, handle -> {
            CredentialDao dao = handle.attach(CredentialDao.class);
            CredentialRow last = after == null
                    ? null
                    : dao.find(after.value(), organisation.value())
                            .filter(row -> row.issuedAt() != null)
                            .orElseThrow(ProblemException::notFound);
            List<CredentialRow> rows = dao.page(
                    organisation.value(),
                    last == null ? AFTER_ALL : last.issuedAt(),
                    last == null ? HIGHEST : last.id(),
                    PAGE + 1);
            List<CredentialListPage.Item> items = rows.stream()
                    .limit(PAGE)
                    .map(row -> item(handle, organisation, row))
                    .toList();
            String next = rows.size() <= PAGE
                    ? null
                    : "/app/credentials?after=" + rows.get(PAGE - 1).id();
            return new CredentialListPage(items, next);
        });
    }

    /** One released badge; one being prepared is not yet the desk's to see. */
    CredentialPage show(OrganisationId organisation, CredentialId id) {
        return database.inOrganisation(organisation, handle -> {
            SignedForms signed = credentials.signed(handle, organisation, id).orElseThrow(ProblemException::notFound);
            CredentialRow row = handle.attach(CredentialDao.class)
                    .find(id.value(), organisation.value())
                    .orElseThrow(ProblemException::notFound);
            return new CredentialPage(
                    credentials.read(row),
                    person(handle, organisation, row.workerId()),
                    row.privateNote(),
                    signed.document());
        });
    }

    private CredentialListPage.Item item(Handle handle, OrganisationId organisation, CredentialRow row) {
        return new CredentialListPage.Item(
                "/app/credentials/" + row.id(),
                row.achievementName(),
                person(handle, organisation, row.workerId()),
                row.issuedAt(),
                row.revokedAt());
    }

    private String person(Handle handle, OrganisationId organisation, UUID person) {
        return people.find(handle, organisation, new PersonId(person))
                .map(Person::fullName)
                .orElse("");
    }
}
