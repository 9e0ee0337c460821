package fr.badgesiae.api.person.notice;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.sheet.InformationSheet;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Drafts the information sheet, in today's wording, for chosen people who have not been given it. */
final class DraftSheets {
    private final Database database;
    private final Messages messages;
    private final People people;
    private final Organisations organisations;

    DraftSheets(Platform platform, People people, Organisations organisations) {
        this.database = platform.database();
        this.messages = platform.pages().messages();
        this.people = people;
        this.organisations = organisations;
    }

    /**
     * One wording for each of these people.
     *
     * @param people those of the chosen who have not been given the sheet; strangers are passed over
     */
    record Drafts(List<Person> people, InformationSheet sheet) {}

    Drafts apply(OrganisationId organisation, Set<PersonId> chosen, Locale language) {
        return database.inOrganisation(
                organisation,
                handle -> new Drafts(
                        uninformed(handle, organisation, chosen),
                        InformationSheet.of(
                                messages,
                                language,
                                organisations.find(handle, organisation).orElseThrow(ProblemException::notFound))));
    }

    private List<Person> uninformed(Handle handle, OrganisationId organisation, Set<PersonId> chosen) {
        return chosen.stream()
                .map(id -> people.find(handle, organisation, id))
                .flatMap(Optional::stream)
                .filter(person -> person.noticeGivenOn() == null)
                .toList();
    }
}
