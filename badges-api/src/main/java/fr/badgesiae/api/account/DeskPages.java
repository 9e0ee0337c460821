package fr.badgesiae.api.account;

import fr.badgesiae.api.organisation.pause.AskedPause;
import fr.badgesiae.api.organisation.pause.Suspension;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.todo.Todo.Urgency;
import fr.badgesiae.api.platform.todo.WorkList;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The home page of the desk. */
@Path("/app")
@Produces(MediaType.TEXT_HTML)
public final class DeskPages {
    private static final String OFFER = "/app/offers/new";

    private final Platform platform;
    private final ShowDesk show;

    DeskPages(Platform platform, ShowDesk show) {
        this.platform = platform;
        this.show = show;
    }

    @GET
    @Allowed(Permission.SIGNED_IN)
    public Response home(@Context ContainerRequestContext request) {
        Principal principal = Principal.of(request);
        ShowDesk.Shown shown = show.apply(
                principal.organisation(), principal.account(), principal.zone(), principal.rights());
        DeskPage page = new DeskPage(
                principal.name(),
                shown.pause().inEffect().orElse(null),
                shown.pause().asked().orElse(null),
                shown.work());
        return platform.pages().show(request, "account/desk", page);
    }

    /**
     * Home page after sign-in: the work that waits, by rights.
     *
     * @param pause the organisation's pause, or null
     * @param asked a pause of the organisation that has not taken effect, or null
     * @param work the lines of the work list, most urgent first
     */
    public record DeskPage(
            String name,
            @Nullable Suspension pause,
            @Nullable AskedPause asked,
            List<WorkList.Line> work) {
        /** What somebody has to do. */
        public List<WorkList.Line> toDo() {
            return of(Urgency.NOW, Urgency.SOON);
        }

        /** How much somebody has to do, over all lines. */
        public long toDoCount() {
            return toDo().stream().mapToLong(WorkList.Line::count).sum();
        }

        /** What happened. */
        public List<WorkList.Line> news() {
            return of(Urgency.NEWS);
        }

        /** The next step of a new organisation, or null; not the step that a pause refuses. */
        public WorkList.@Nullable Line nextStep() {
            return of(Urgency.FIRST_STEP).stream()
                    .filter(line -> pause == null || !line.todo().path().equals(OFFER))
                    .findFirst()
                    .orElse(null);
        }

        private List<WorkList.Line> of(Urgency... parts) {
            List<Urgency> wanted = List.of(parts);
            return work.stream()
                    .filter(line -> wanted.contains(line.todo().urgency()))
                    .toList();
        }
    }
}
