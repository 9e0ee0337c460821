package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.offer.text.TypedProof;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.i18n.Languages;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a run: one text for all, and a line for whoever needs one. Each form keeps the lines of its page. */
@Path("/app/award-runs")
@Produces(MediaType.TEXT_HTML)
public final class RunTextPages {
    private static final int PAGE = 25;
    private static final String LINE = "line-";

    private final Platform platform;
    private final ShowRun show;
    private final WriteRun write;
    private final RenewRun renew;

    RunTextPages(Platform platform, ShowRun show, WriteRun write, RenewRun renew) {
        this.platform = platform;
        this.show = show;
        this.write = write;
        this.renew = renew;
    }

    @GET
    @Path("/{run}/text")
    @Allowed(Permission.PROPOSE)
    public Response show(
            @Context ContainerRequestContext request,
            @PathParam("run") AwardRunId id,
            @QueryParam("after") @Nullable PersonId after) {
        ShowRun.Shown shown = show.apply(Reach.of(AwardRunPages.member(request)), id, part(after));
        if (!shown.run().draft()) {
            return platform.pages().seeOther(shown.run().path());
        }
        if (shown.people().isEmpty()) {
            return platform.pages().seeOther(shown.run().path() + (after == null ? "/people" : "/text"));
        }
        return platform.pages().show(request, "bulk/run-text", Text.of(shown, after));
    }

    /** Keeps the words, then does what the pressed button says. */
    @POST
    @Path("/{run}/text")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response write(
            @Context ContainerRequestContext request,
            @PathParam("run") AwardRunId id,
            MultivaluedMap<String, String> form) {
        Reach reader = Reach.of(AwardRunPages.member(request));
        String act = text(form, "do");
        Map<PersonId, String> lines = lines(form);
        TypedProof proof = TypedProof.isAsked(form) ? TypedProof.of(form) : TypedProof.BLANK;
        Errors wrong = TypedProof.isAsked(form) ? proof.errors() : Errors.none();
        String evidence = TypedProof.isAsked(form) && wrong.isEmpty()
                ? proof.addTo(text(form, "evidence"), platform.pages().messages(), Languages.of(request))
                : text(form, "evidence");
        WriteRun.Words words = new WriteRun.Words(text(form, "narrative"), evidence, lines);
        Errors errors = wrong.isEmpty() ? write.apply(reader, id, words, act.equals("go")) : wrong;
        if (!errors.isEmpty()) {
            String after = text(form, "after");
            PersonId last = after.isEmpty() ? null : PersonId.fromString(after);
            Text page = Text.of(show.apply(reader, id, part(last)), last);
            return platform.pages().show(request, 422, "bulk/run-text", page.typed(words, proof, errors));
        }
        String path = "/app/award-runs/" + id;
        return platform.pages()
                .seeOther(
                        switch (act) {
                            case "go" -> path + "/preview";
                            case "people" -> path + "/people";
                            case "next" -> path + "/text?after=" + PersonId.fromString(text(form, "last"));
                            default -> path + "/text";
                        });
    }

    /** The newest version of the badge; what it says is read again. */
    @POST
    @Path("/{run}/renew")
    @Allowed(Permission.PROPOSE)
    public Response renew(@Context ContainerRequestContext request, @PathParam("run") AwardRunId id) {
        renew.apply(Reach.of(Principal.of(request)), id);
        return platform.pages().seeOther("/app/award-runs/" + id + "/preview");
    }

    private static ShowRun.Part part(@Nullable PersonId after) {
        return new ShowRun.Part(null, after, PAGE);
    }

    /** As many as a page shows. */
    private static Map<PersonId, String> lines(MultivaluedMap<String, String> form) {
        Map<PersonId, String> lines = new LinkedHashMap<>();
        form.keySet().stream()
                .filter(field -> field.startsWith(LINE))
                .limit(PAGE)
                .forEach(field -> {
                    lines.put(PersonId.fromString(field.substring(LINE.length())), text(form, field));
                });
        return lines;
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    /**
     * The words for all, and the lines of a page of people.
     *
     * @param lines by person, in order
     * @param after the last person of the page before, or null on the first
     * @param next the last person of this page when another page follows, or null
     */
    public record Text(
            AwardRun run,
            String narrative,
            String evidence,
            List<RunPerson> people,
            Map<PersonId, String> lines,
            @Nullable PersonId after,
            @Nullable PersonId next,
            TypedProof proof,
            Errors errors) {
        static Text of(ShowRun.Shown shown, @Nullable PersonId after) {
            Map<PersonId, String> lines = new LinkedHashMap<>();
            shown.people().forEach(person -> lines.put(person.id(), person.line()));
            return new Text(
                    shown.run(),
                    shown.run().narrative(),
                    shown.run().evidence(),
                    shown.people(),
                    lines,
                    after,
                    shown.next().orElse(null),
                    TypedProof.BLANK,
                    Errors.none());
        }

        Text typed(WriteRun.Words words, TypedProof added, Errors wrong) {
            Map<PersonId, String> typed = new LinkedHashMap<>(lines);
            words.lines().forEach((person, line) -> typed.computeIfPresent(person, (same, old) -> line));
            return new Text(run, words.narrative(), words.evidence(), people, typed, after, next, added, wrong);
        }
    }
}
