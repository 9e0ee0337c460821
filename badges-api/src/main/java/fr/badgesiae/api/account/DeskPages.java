package fr.badgesiae.api.account;

import fr.badgesiae.api.organisation.pause.AskedPause;
import fr.badgesiae.api.organisation.pause.Suspension;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
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

    /** The first that somebody's rights grant is theirs. */
    private static final List<Action> ACTIONS = List.of(
            new Action(Permission.NETWORK, "/app/organisations", "account.desk.organisations", "house", true),
            new Action(Permission.AWARD, OFFER, "account.desk.award", "badge", false),
            new Action(Permission.PROPOSE, "/app/award-runs", "account.desk.prepare", "person", false),
            new Action(Permission.PUBLISH, "/app/badges", "account.desk.badges", "badge", true),
            new Action(Permission.PRINT, "/app/slips", "account.desk.print", "print", false),
            new Action(Permission.REVOKE, "/app/credentials", "account.desk.awarded", "badge", true),
            new Action(Permission.ORGANISATION, "/app/members", "account.desk.members", "people", true),
            new Action(Permission.SENSITIVE, "/app/workers", "account.desk.people", "person", true));

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
        ShowDesk.Shown shown =
                show.apply(principal.organisation(), principal.account(), principal.zone(), principal.rights());
        DeskPage page = new DeskPage(
                principal.name(),
                shown.pause().inEffect().orElse(null),
                shown.pause().asked().orElse(null),
                shown.work());
        return platform.pages().show(request, "account/desk", page);
    }

    /**
     * What somebody most often comes for.
     *
     * @param paused whether a pause of the organisation leaves it open
     */
    public record Action(Permission permission, String path, String key, String icon, boolean paused) {}

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

        /** The action that the page offers, or null. */
        public @Nullable Action action(PageContext context) {
            return ACTIONS.stream()
                    .filter(action -> context.may(action.permission()) && (pause == null || action.paused()))
                    .findFirst()
                    .orElse(null);
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
