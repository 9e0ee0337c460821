package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPersonState;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
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
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs of an organisation: begin one, go on with one, read what became of one, try again. */
@Path("/app/award-runs")
@Produces(MediaType.TEXT_HTML)
public final class AwardRunPages {
    private static final int PAGE = 50;

    private final Platform platform;
    private final ListRuns list;
    private final CreateRun create;
    private final DiscardRun discard;
    private final ShowRun show;
    private final OfferToAll offer;
    private final StopRun stop;

    AwardRunPages(
            Platform platform,
            ListRuns list,
            CreateRun create,
            DiscardRun discard,
            ShowRun show,
            OfferToAll offer,
            StopRun stop) {
        this.platform = platform;
        this.list = list;
        this.create = create;
        this.discard = discard;
        this.show = show;
        this.offer = offer;
        this.stop = stop;
    }

    /** Refuses before anything is typed. */
    static Principal member(ContainerRequestContext request) {
        Principal by = Principal.of(request);
        if (by.paused()) {
            throw new ProblemException(ProblemType.PAUSED, "The network has paused this organisation.");
        }
        return by;
    }

    @GET
    @Allowed(Permission.PROPOSE)
    public Response list(@Context ContainerRequestContext request) {
        return list(request, 200, "", Errors.none());
    }

    private Response list(ContainerRequestContext request, int status, String version, Errors errors) {
        Principal by = member(request);
        ListRuns.Found found = list.apply(Reach.of(by));
        return platform.pages().show(request, status, "bulk/runs", new Listing(found, by, version, errors));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response create(
            @Context ContainerRequestContext request, @FormParam("version") @DefaultValue("") String version) {
        if (version.isEmpty()) {
            return list(request, 422, version, Errors.of("version", "award.error.choose-badge"));
        }
        return create.apply(Principal.of(request), AchievementVersionId.fromString(version))
                .map(run -> platform.pages().seeOther("/app/award-runs/" + run + "/people"))
                .orElseGet(() ->
                        list(request, 422, version, Errors.of("version", "bulk.runs.error.many", CreateRun.MOST)));
    }

    /**
     * What became of each person, or that nothing did yet.
     *
     * @param only people in this state; without it everybody
     */
    @GET
    @Path("/{run}")
    @Allowed(Permission.PROPOSE)
    public Response show(
            @Context ContainerRequestContext request,
            @PathParam("run") AwardRunId id,
            @QueryParam("state") @Nullable RunPersonState only,
            @QueryParam("after") @Nullable PersonId after) {
        ShowRun.Shown shown = shown(Principal.of(request), id, new ShowRun.Part(only, after, PAGE));
        return platform.pages().show(request, "bulk/run-result", new Result(shown, only, after != null));
    }

    /** What became of people is for whoever may award. */
    private ShowRun.Shown shown(Principal by, AwardRunId id, ShowRun.Part part) {
        ShowRun.Shown shown = show.apply(Reach.of(by), id, part);
        if (!shown.run().draft() && !by.may(Permission.AWARD)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Your rights do not include this.");
        }
        return shown;
    }

    /** Whoever waits gets no offer until somebody goes on. */
    @POST
    @Path("/{run}/stop")
    @Allowed(Permission.AWARD)
    public Response stop(@Context ContainerRequestContext request, @PathParam("run") AwardRunId id) {
        String path = "/app/award-runs/" + id;
        return stop.apply(member(request), id)
                ? platform.pages().seeOther(path, "bulk.done.stopped")
                : platform.pages().seeOther(path);
    }

    /** Those who failed wait again, and the run goes on. */
    @POST
    @Path("/{run}/retry")
    @Allowed(Permission.AWARD)
    public Response retry(@Context ContainerRequestContext request, @PathParam("run") AwardRunId id) {
        Principal by = member(request);
        offer.apply(by.organisation(), by.account(), id, OfferToAll.How.REQUEST_AGAIN);
        return platform.pages().seeOther("/app/award-runs/" + id);
    }

    @GET
    @Path("/{run}/discard")
    @Allowed(Permission.PROPOSE)
    public Response askDiscard(@Context ContainerRequestContext request, @PathParam("run") AwardRunId id) {
        ShowRun.Shown shown = shown(Principal.of(request), id, ShowRun.Part.NONE);
        return platform.pages().show(request, "bulk/run-discard", new Result(shown, null, false));
    }

    @POST
    @Path("/{run}/discard")
    @Allowed(Permission.PROPOSE)
    public Response discard(@Context ContainerRequestContext request, @PathParam("run") AwardRunId id) {
        discard.apply(Principal.of(request), id);
        return platform.pages().seeOther("/app/award-runs", "bulk.done.discarded");
    }

    /**
     * The runs, and the badges of which one can begin.
     *
     * @param reader whoever may propose only reads and deletes drafts: others may wait in what has started
     * @param version of the badge as chosen, or empty
     */
    public record Listing(ListRuns.Found found, Principal reader, String version, Errors errors) {
        public boolean mayRead(ListRuns.Line line) {
            return line.draft() || reader.may(Permission.AWARD);
        }

        public boolean mayDiscard(ListRuns.Line line) {
            return reader.may(Permission.AWARD)
                    || (line.draft() && line.begunBy().equals(reader.account()));
        }

        /** The badges by the id of their version, after a first option that chooses none. */
        public Map<String, String> badges(PageContext context) {
            Map<String, String> badges = new LinkedHashMap<>();
            badges.put("", context.t("award.form.choose"));
            found.badges().forEach(badge -> badges.put(badge.id().toString(), badge.name()));
            return badges;
        }
    }

    /**
     * What became of a run.
     *
     * @param only the state that narrows the people, or null
     * @param later whether this is not the first page
     */
    public record Result(ShowRun.Shown shown, @Nullable RunPersonState only, boolean later) {
        public AwardRun run() {
            return shown.run();
        }

        /** How many files were erased since it started. */
        public int gone() {
            return Math.max(0, run().people() - run().counts().all());
        }

        /** The address of the people in one state. */
        public String path(@Nullable RunPersonState state) {
            return run().path() + (state == null ? "" : "?state=" + state);
        }

        /** The next page, or null. */
        public @Nullable String next() {
            return shown.next()
                    .map(last -> path(only) + (only == null ? "?" : "&") + "after=" + last)
                    .orElse(null);
        }

        /** How many people are in a state; null counts everybody. */
        public int count(@Nullable RunPersonState state) {
            AwardRun.Counts counts = run().counts();
            return state == null
                    ? counts.all()
                    : switch (state) {
                        case CHOSEN -> counts.chosen();
                        case OFFERED -> counts.offered();
                        case FAILED -> counts.failed();
                    };
        }
    }
}
