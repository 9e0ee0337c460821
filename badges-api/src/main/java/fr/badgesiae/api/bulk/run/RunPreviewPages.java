package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.bulk.content.RunReason;
import fr.badgesiae.api.observation.words.CarefulWords;
import fr.badgesiae.api.offer.PreviewOffer;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.verification.BadgeCard;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What will be signed, name by name; then the offers. */
@Path("/app/award-runs")
@Produces(MediaType.TEXT_HTML)
public final class RunPreviewPages {
    private final Platform platform;
    private final PreviewRun preview;
    private final PreviewRunPerson one;
    private final StartRun start;
    private final OfferToAll offer;

    RunPreviewPages(Platform platform, PreviewRun preview, PreviewRunPerson one, StartRun start, OfferToAll offer) {
        this.platform = platform;
        this.preview = preview;
        this.one = one;
        this.start = start;
        this.offer = offer;
    }

    @GET
    @Path("/{run}/preview")
    @Allowed(Permission.PROPOSE)
    public Response show(
            @Context ContainerRequestContext request,
            @PathParam("run") AwardRunId id,
            @QueryParam("after") @Nullable PersonId after) {
        PreviewRun.Previewed previewed = preview.apply(AwardRunPages.member(request), id, Optional.ofNullable(after));
        return previewed.run().draft()
                ? page(request, 200, previewed, Errors.none())
                : platform.pages().seeOther(previewed.run().path());
    }

    private Response page(ContainerRequestContext request, int status, PreviewRun.Previewed previewed, Errors errors) {
        return platform.pages().show(request, status, "bulk/run-preview", new Preview(previewed, errors));
    }

    /** One of them as an employer will see it, and as it will be signed. */
    @POST
    @Path("/{run}/preview/{worker}")
    @Allowed(Permission.PROPOSE)
    public Response one(
            @Context ContainerRequestContext request,
            @PathParam("run") AwardRunId id,
            @PathParam("worker") PersonId person) {
        Principal by = AwardRunPages.member(request);
        PreviewRunPerson.Previewed previewed = one.apply(by, id, person);
        return previewed.outcome().fold(new PreviewOffer.Cases<>() {
            @Override
            public Response previewed(PreviewOffer.Previewed seen) {
                Signed page = new Signed(
                        previewed.run(),
                        previewed.person(),
                        BadgeCard.written(seen.credential(), platform.settings(), by.zone()),
                        seen.credential().path("issuer").path("name").asText(),
                        seen.town(),
                        "/issuers/" + by.organisation(),
                        seen.credential().toPrettyString());
                return platform.pages().show(request, "bulk/run-signed", page);
            }

            @Override
            public Response refused(Errors errors) {
                return platform.pages().seeOther(previewed.run().path() + "/preview");
            }
        });
    }

    /** Starts the run that was read, or goes on with one that has started. */
    @POST
    @Path("/{run}/offer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response offer(
            @Context ContainerRequestContext request,
            @PathParam("run") AwardRunId id,
            @FormParam("read") @DefaultValue("") String read) {
        Principal by = AwardRunPages.member(request);
        return start.apply(by, id, read).fold(new StartRun.Cases<>() {
            @Override
            public Response started() {
                offer.apply(by.organisation(), by.account(), id, OfferToAll.How.REQUEST);
                return platform.pages().seeOther("/app/award-runs/" + id);
            }

            @Override
            public Response changed() {
                return again("bulk.preview.error.changed", 409);
            }

            @Override
            public Response nobody() {
                return again("bulk.preview.error.nobody", 422);
            }

            @Override
            public Response sameAs(AwardRunId run) {
                return platform.pages().seeOther("/app/award-runs/" + run, "bulk.done.same");
            }

            private Response again(String key, int status) {
                return page(request, status, preview.apply(by, id, Optional.empty()), Errors.of("", key));
            }
        });
    }

    /** What will be signed, by person. */
    public record Preview(PreviewRun.Previewed previewed, Errors errors) {
        public AwardRun run() {
            return previewed.run();
        }

        /** Whether the offers are left to the job. */
        public boolean leftToJob() {
            return previewed.offered() > AwardRun.AT_ONCE;
        }

        public int blockedInAll() {
            return previewed.reasons().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        /** Those of this page who will not be offered the badge, with the reason. */
        public Map<RunPerson, RunReason> blocked() {
            return previewed.blocked();
        }

        /** Words of the texts of this page that do not belong on a badge. */
        public List<CarefulWords.Found> careful() {
            return CarefulWords.find(previewed.offers().stream()
                    .map(person -> person.request(run()))
                    .map(request -> request.narrative() + "\n" + request.evidence())
                    .collect(Collectors.joining("\n")));
        }
    }

    /**
     * The credential of one person.
     *
     * @param organisation the issuer's name as signed
     * @param town of the organisation, or empty
     * @param issuerPath its public page
     * @param json the unsigned credential, indented
     */
    public record Signed(
            AwardRun run,
            RunPerson person,
            BadgeCard card,
            String organisation,
            String town,
            String issuerPath,
            String json) {}
}
