package fr.badgesiae.api.worker;

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
public record WorkerFormPage(String id, int revision, WorkerForm form, WorkerForm saved, Errors errors) {
    static WorkerFormPage blank(WorkerForm form, Errors errors) {
        return new WorkerFormPage(null, 0, form, null, errors);
    }

    public List<Difference> differences(PageContext context) {
        return saved == null
                ? List.of()
                : Difference.among(Stream.of(
                        new Difference(context.t("worker.form.first-name"), saved.firstName(), form.firstName()),
                        new Difference(context.t("worker.form.last-name"), saved.lastName(), form.lastName())));
    }
}
