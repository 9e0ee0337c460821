package fr.badgesiae.api.offline;

import fr.badgesiae.api.offline.code.CodeVerdict;
import fr.badgesiae.api.offline.code.JudgeCode;
import fr.badgesiae.api.offline.code.OfflineCode;
import fr.badgesiae.api.offline.known.KnownIssuer;
import fr.badgesiae.api.offline.known.PublishedKnown;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.documents.DocumentAnswer;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.limits.RateLimited;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.platform.web.SecurityHeaders;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/**
 * Reads codes. With its script the page judges them itself, without a network too; without, it sends the text of a code to be
 * judged here, and says so.
 */
@Cookieless
@Path("/scan")
public final class ReaderPages {
    private static final int LONGEST = 10_000;

    /** A network of many readers: each asks once for each code. */
    private static final int KNOWN_A_MINUTE = 240;

    private final Pages pages;
    private final Clock clock;
    private final RequestBudget budget;
    private final JudgeCode judge;
    private final PublishedKnown known;

    ReaderPages(Platform platform, JudgeCode judge, PublishedKnown known) {
        this.pages = platform.pages();
        this.clock = platform.clock();
        this.budget = platform.throttles().budget("reader-knowledge", KNOWN_A_MINUTE);
        this.judge = judge;
        this.known = known;
    }

    @GET
    @Open
    public Response page(@Context ContainerRequestContext request) {
        return show(request, 200, new Reader(null, Errors.none(), null));
    }

    /** Judges the text of a code, for a browser without scripts. */
    @POST
    @Open
    @RateLimited
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response judge(@Context ContainerRequestContext request, @FormDataParam("code") @Nullable String code) {
        String text = code == null ? "" : code.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return show(
                    request,
                    422,
                    new Reader(
                            text.length() > LONGEST ? null : text, Errors.of("code", "offline.reader.nothing"), null));
        }
        return show(request, 200, new Reader(text, Errors.none(), Answer.of(judge.apply(text))));
    }

    /**
     * What readers keep: issuers with their keys, and status lists. Decision 0048 says what stands in it. {@code Known-At} is the
     * instant of what is known, {@code Known-Now} that of the answer: without its database a node knows what it read before.
     */
    @GET
    @Path("known.json")
    @Open
    public Response known(@Context ContainerRequestContext request) {
        budget.spend(Client.of(request));
        PublishedKnown.Known newest = known.apply();
        return Response.fromResponse(DocumentAnswer.of(request.getRequest(), newest.document()))
                .header("Known-At", newest.at().toString())
                .header(
                        "Known-Now",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .build();
    }

    private Response show(ContainerRequestContext request, int status, Reader page) {
        request.setProperty(SecurityHeaders.CAMERA, true);
        return pages.show(pages.publicContext(request), status, "offline/reader", page);
    }

    /**
     * The page.
     *
     * @param text that was sent, or null
     * @param answer of the server, or null
     */
    public record Reader(
            @Nullable String text, Errors errors, @Nullable Answer answer) {
        /** The answers of the page's script; it shows one of them. */
        public List<Headline> answers() {
            return List.of(Headline.values());
        }
    }

    /** What the server found. */
    public record Answer(
            Headline headline,
            @Nullable OfflineCode code,
            @Nullable KnownIssuer issuer) {
        static Answer of(JudgeCode.Judgement judgement) {
            CodeVerdict verdict = judgement.verdict();
            Headline headline = verdict == CodeVerdict.RIGHT ? Headline.AUTHENTIC : Headline.valueOf(verdict.name());
            return new Answer(headline, judgement.code(), judgement.issuer());
        }
    }

    /** Answers of the page: those of the server, and those that only a reader without a network gives. */
    public enum Headline {
        /** Judged with what is known now. */
        AUTHENTIC("good", "success"),
        /** Judged with what was known. */
        SIGNATURE_RIGHT("care", "clock"),
        REVOKED("over", "withdrawn"),
        EXPIRED("over", "calendar"),
        FORGED("bad", "error"),
        ALTERED("bad", "error"),
        COMPROMISED("bad", "error"),
        UNKNOWN_ISSUER("care", "question"),
        /** What is known is older than seven days, or nothing is. */
        CANNOT_TELL("care", "question"),
        UNREADABLE("care", "question");

        private final String tone;
        private final String icon;

        Headline(String tone, String icon) {
            this.tone = tone;
            this.icon = icon;
        }

        /** The class of its colour. */
        public String tone() {
            return tone;
        }

        public String icon() {
            return icon;
        }

        /** The key of its words. */
        public String key() {
            return "offline.answer." + name();
        }

        /** Whether its facts are proven: nothing unproven is shown. */
        public boolean proven() {
            return this == AUTHENTIC || this == SIGNATURE_RIGHT || this == REVOKED || this == EXPIRED;
        }
    }
}
