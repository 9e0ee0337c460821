package fr.badgesiae.api.person.notice;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.sheet.InformationSheet;
import fr.badgesiae.api.person.sheet.InformationSheets;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads the information sheet of a person: as it was given, or in today's wording. */
public final class ShowNotice {
    private final Database database;
    private final Messages messages;
    private final People people;
    private final Organisations organisations;
    private final InformationSheets sheets;

    public ShowNotice(Platform platform, People people, Organisations organisations) {
        this.database = platform.database();
        this.messages = platform.pages().messages();
        this.people = people;
        this.organisations = organisations;
        this.sheets = new InformationSheets(platform.ids(), platform.clock());
    }

    /**
     * A sheet and its person.
     *
     * @param asGiven whether this is the wording that was given
     */
    public record Notice(Person person, InformationSheet sheet, boolean asGiven) {}

    /**
     * The sheet to show.
     *
     * @param language of a sheet that was not given yet
     * @throws ProblemException NOT_FOUND for a worker of another organisation
     */
    public Notice apply(OrganisationId organisation, PersonId id, Locale language) {
        return database.inOrganisation(organisation, handle -> {
            Person person = people.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            Optional<InformationSheet> given =
                    person.noticeGivenOn() == null ? Optional.empty() : sheets.given(handle, organisation, id.value());
            InformationSheet sheet = given.orElseGet(() -> ofToday(handle, organisation, language));
            return new Notice(person, sheet, given.isPresent());
        });
    }

    private InformationSheet ofToday(Handle handle, OrganisationId organisation, Locale language) {
        return InformationSheet.of(
                messages, language, organisations.find(handle, organisation).orElseThrow(ProblemException::notFound));
    }
}
