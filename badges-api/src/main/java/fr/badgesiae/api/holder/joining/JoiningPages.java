package fr.badgesiae.api.holder.joining;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Translated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins another space to the open one: the other card, what is in both, the PIN of this one. */
@Path("/me/join")
@Produces(MediaType.TEXT_HTML)
public final class JoiningPages {
    private final Platform platform;
    private final ProveOther prove;
    private final ShowSpaces spaces;
    private final JoinSpaces join;

    JoiningPages(Platform platform, ProveOther prove, ShowSpaces spaces, JoinSpaces join) {
        this.platform = platform;
        this.prove = prove;
        this.spaces = spaces;
        this.join = join;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response form(@Context ContainerRequestContext request) {
        return show(request, 200, Form.EMPTY);
    }

    /** The other card and its PIN; then both spaces. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response prove(
            @Context ContainerRequestContext request,
            @FormParam("code") @DefaultValue("") String typed,
            @FormParam("pin") @DefaultValue("") String typedPin) {
        String kept = typed.substring(0, Math.min(typed.length(), 64));
        Optional<Code> code = Code.tryParse(typed);
        if (code.isEmpty()) {
            return show(request, 422, Form.of(kept, Errors.of("code", "holder.open.code-error")));
        }
        String pin = digits(typedPin);
        if (!pin.matches("\\d{6}")) {
            return show(request, 422, Form.of(code.get().grouped(), Errors.of("pin", "holder.open.six")));
        }
        ProveOther.Outcome outcome = prove.apply(HolderPrincipal.of(request), code.get(), pin, Client.of(request));
        String again = code.get().grouped();
        if (outcome instanceof ProveOther.Proven proven) {
            return both(request, 200, proven.other(), Errors.none(), Problem.NONE);
        }
        if (outcome instanceof ProveOther.Waits waits) {
            return show(request, 409, new Form(again, Errors.none(), Problem.waiting(waits.until())));
        }
        return switch ((ProveOther.Refused) outcome) {
            case WRONG -> show(request, 422, Form.of(again, Errors.of("pin", "holder.open.wrong")));
            case LATER -> show(request, 429, Form.of(again, Errors.of("pin", "holder.open.later")));
            case SAME -> show(request, 422, Form.of(again, Errors.of("code", "holder.join.same")));
            case REPLACED -> show(request, 422, Form.of(again, Errors.of("code", "holder.join.replaced")));
            case JOINED -> show(request, 422, Form.of(again, Errors.of("code", "holder.join.before")));
        };
    }

    /** The PIN of the open space is asked: the device may be somebody else's. */
    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response confirm(
            @Context ContainerRequestContext request,
            @FormParam("other") @DefaultValue("") String other,
            @FormParam("pin") @DefaultValue("") String typedPin) {
        String pin = digits(typedPin);
        if (!pin.matches("\\d{6}")) {
            return both(request, 422, other, wrong("holder.open.six"), Problem.NONE);
        }
        JoinSpaces.Outcome outcome = join.apply(HolderPrincipal.of(request), other, pin);
        if (outcome instanceof JoinSpaces.Waits waits) {
            return both(request, 409, other, Errors.none(), Problem.waiting(waits.until()));
        }
        return switch ((JoinSpaces.Ended) outcome) {
            case JOINED -> platform.pages().seeOther("/me/join/done");
            case WRONG -> both(request, 422, other, wrong("holder.join.wrong"), Problem.NONE);
            case LATER -> both(request, 429, other, wrong("holder.open.later"), Problem.NONE);
            case BUSY -> both(request, 409, other, Errors.none(), Problem.of("holder.join.busy"));
            case STALE -> again(request);
        };
    }

    /** Both are one now. */
    @GET
    @Path("/done")
    @Allowed(Permission.HOLDER)
    public Response done(@Context ContainerRequestContext request) {
        return platform.pages().show(request, "holder/joined", new Done("/me"));
    }

    private static String digits(String typed) {
        return typed.replaceAll("[\\s\u00a0]", "");
    }

    private static Errors wrong(String key) {
        return Errors.of("pin", key);
    }

    private Response both(ContainerRequestContext request, int status, String other, Errors errors, Problem problem) {
        return spaces.apply(HolderPrincipal.of(request), other)
                .map(found -> new Both(
                        other, Side.of(found.here()), Side.of(found.other()), found.sameName(), errors, problem))
                .map(page -> platform.pages().show(request, status, "holder/join-both", page))
                .orElseGet(() -> again(request));
    }

    private Response again(ContainerRequestContext request) {
        return show(request, 409, new Form("", Errors.none(), Problem.of("holder.join.stale")));
    }

    private Response show(ContainerRequestContext request, int status, Form form) {
        return platform.pages().show(request, status, "holder/join", form);
    }

    /**
     * What keeps two spaces apart for now.
     *
     * @param key of the message, or null
     * @param until when it ends by itself, or null
     */
    public record Problem(@Nullable String key, @Nullable Instant until) {
        static final Problem NONE = new Problem(null, null);

        private static final String WAITS = "holder.join.waits";

        static Problem of(String key) {
            return new Problem(key, null);
        }

        static Problem waiting(@Nullable Instant until) {
            return new Problem(WAITS, until);
        }

        /** Whether it ends by itself, or with the former card. */
        public boolean waits() {
            return WAITS.equals(key);
        }
    }

    /** The form of the other card. */
    public record Form(String code, Errors errors, Problem problem) implements Translated {
        static final Form EMPTY = new Form("", Errors.none(), Problem.NONE);

        static Form of(String code, Errors errors) {
            return new Form(code, errors, Problem.NONE);
        }
    }

    /**
     * What is in both spaces, and the question.
     *
     * @param proof the other space, sealed
     */
    public record Both(String proof, Side here, Side other, boolean sameName, Errors errors, Problem problem)
            implements Translated {}

    /**
     * One space.
     *
     * @param badges newest first
     * @param names the holder's, as each organisation writes it
     * @param links to one badge
     * @param portfolios links to several
     * @param inPublic badges that everybody can read
     * @param copies in wallets and on paper
     */
    public record Side(List<Line> badges, List<Line> names, int links, int portfolios, int inPublic, int copies) {
        static Side of(ShowSpaces.Space space) {
            return new Side(
                    lines(space.badges()),
                    lines(space.names()),
                    space.links(),
                    space.portfolios(),
                    space.inPublic(),
                    space.copies());
        }

        private static List<Line> lines(List<ShowSpaces.Line> lines) {
            return lines.stream()
                    .map(line -> new Line(line.words(), line.organisation()))
                    .toList();
        }
    }

    /** A badge or a name, and whose it is. */
    public record Line(String words, String organisation) {}

    /** Where the holder goes on. */
    public record Done(String next) implements Translated {}
}
