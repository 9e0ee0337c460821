package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * The form of a new or an existing worker.
 *
 * @param id null for a new worker
 * @param revision the one that saving replaces
 * @param saved what somebody else saved meanwhile, or null
 */
public record PersonFormPage(String id, int revision, PersonForm form, PersonForm saved, Errors errors) {
    static PersonFormPage blank(PersonForm form, Errors errors) {
        return new PersonFormPage(null, 0, form, null, errors);
    }

    public List<Difference> differences(PageContext context) {
        return saved == null
                ? List.of()
                : Difference.among(Stream.of(
                        new Difference(context.t("worker.form.first-name"), saved.firstName(), form.firstName()),
                        new Difference(context.t("worker.form.last-name"), saved.lastName(), form.lastName())));
    }
}
