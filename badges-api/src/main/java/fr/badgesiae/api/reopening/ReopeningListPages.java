package fr.badgesiae.api.reopening;

import fr.badgesiae.api.holder.access.ReopeningState;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reopenings of an organisation, for its administrators: each is looked at once. */
@Path("/app/reopenings")
@Produces(MediaType.TEXT_HTML)
public final class ReopeningListPages {
    private final Platform platform;
    private final ListReopenings list;
    private final ReviewReopening review;

    ReopeningListPages(Platform platform, ListReopenings list, ReviewReopening review) {
        this.platform = platform;
        this.list = list;
        this.review = review;
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response list(@Context ContainerRequestContext request, @QueryParam("before") @Nullable ReopeningId before) {
        ListReopenings.Listed listed = list.apply(Principal.of(request).organisation(), before);
        Clock clock = platform.clock();
        List<ListPage.Line> lines =
                listed.lines().stream().map(row -> line(row, clock.instant())).toList();
        String next = listed.more()
                ? "/app/reopenings?before=" + lines.get(lines.size() - 1).id()
                : null;
        return platform.pages().show(request, "reopening/list", new ListPage(lines, next));
    }

    @POST
    @Path("/{reopening}/reviewed")
    @Allowed(Permission.ORGANISATION)
    public Response reviewed(@Context ContainerRequestContext request, @PathParam("reopening") ReopeningId id) {
        review.apply(Principal.of(request), id);
        return platform.pages().seeOther("/app/reopenings", "reopening.done.reviewed");
    }

    private static ListPage.Line line(ReopeningDao.LineRow row, Instant now) {
        boolean ended = row.state() == ReopeningState.OPEN && !row.endsAt().isAfter(now);
        ReopeningState state = ended ? ReopeningState.ENDED : row.state();
        return new ListPage.Line(
                row.id().toString(),
                "/app/workers/" + row.workerId(),
                row.firstName() + " " + row.lastName(),
                row.witnessName(),
                "reopening.reason." + row.reason().name(),
                state,
                row.createdAt(),
                row.usedAt(),
                row.reviewedAt() != null);
    }

    /**
     * Reopenings, newest first.
     *
     * @param next the path of the next page, or null
     */
    public record ListPage(List<Line> lines, @Nullable String next) {
        /**
         * One reopening.
         *
         * @param reasonKey a message key
         * @param usedAt when the space was opened with it, or null
         */
        public record Line(
                String id,
                String personPath,
                String person,
                String witness,
                String reasonKey,
                ReopeningState state,
                Instant createdAt,
                @Nullable Instant usedAt,
                boolean reviewed) {
            /** Whether an administrator should look at it. */
            public boolean waits() {
                return !reviewed && (state == ReopeningState.USED || state == ReopeningState.OBJECTED);
            }

            public boolean objected() {
                return state == ReopeningState.OBJECTED;
            }
        }
    }
}
