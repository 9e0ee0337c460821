package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The form of a new or an existing pathway.
 *
 * @param id null for a new pathway
 * @param hasPassIae whether a number is stored, which an empty field keeps
 * @param revision the one that saving replaces
 * @param saved what somebody else saved meanwhile, without the number; or null
 */
public record PathwayFormPage(
        Person person,
        String id,
        boolean hasPassIae,
        int revision,
        PathwayForm form,
        PathwayForm saved,
        Errors errors) {
    static PathwayFormPage blank(Person person, PathwayForm form, Errors errors) {
        return new PathwayFormPage(person, null, false, 0, form, null, errors);
    }

    /** Dates that differ; a stored number stays hidden and is named where a typed one would replace it. */
    public List<Difference> differences(PageContext context) {
        if (saved == null) {
            return List.of();
        }
        boolean replaced = hasPassIae && !form.passIae().isEmpty();
        return Difference.among(Stream.of(
                new Difference(
                        context.t("pathway.form.start"),
                        date(context, saved.startsOn()),
                        date(context, form.startsOn())),
                new Difference(
                        context.t("pathway.form.end"), date(context, saved.endsOn()), date(context, form.endsOn())),
                new Difference(
                        context.t("pathway.form.pass"),
                        replaced ? context.t("pathway.form.pass-stored") : "",
                        form.passIae())));
    }

    private static String date(PageContext context, String iso) {
        return iso.isEmpty() ? "" : context.date(LocalDate.parse(iso));
    }
}
