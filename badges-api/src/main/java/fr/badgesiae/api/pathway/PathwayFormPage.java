package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Frame;
import fr.badgesiae.api.worker.Worker;
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
        Worker worker,
        String id,
        boolean hasPassIae,
        int revision,
        PathwayForm form,
        PathwayForm saved,
        Errors errors) {
    static PathwayFormPage blank(Worker worker, PathwayForm form, Errors errors) {
        return new PathwayFormPage(worker, null, false, 0, form, null, errors);
    }

    /** Dates that differ; a stored number stays hidden and is named where a typed one would replace it. */
    public List<Difference> differences(Frame frame) {
        if (saved == null) {
            return List.of();
        }
        boolean replaced = hasPassIae && !form.passIae().isEmpty();
        return Difference.among(Stream.of(
                new Difference(
                        frame.t("pathway.form.start"), date(frame, saved.startsOn()), date(frame, form.startsOn())),
                new Difference(frame.t("pathway.form.end"), date(frame, saved.endsOn()), date(frame, form.endsOn())),
                new Difference(
                        frame.t("pathway.form.pass"),
                        replaced ? frame.t("pathway.form.pass-stored") : "",
                        form.passIae())));
    }

    private static String date(Frame frame, String iso) {
        return iso.isEmpty() ? "" : frame.date(LocalDate.parse(iso));
    }
}
