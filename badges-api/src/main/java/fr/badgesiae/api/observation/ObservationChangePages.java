package fr.badgesiae.api.observation;

import fr.badgesiae.api.achievement.image.Photograph;
import fr.badgesiae.api.achievement.image.UnusableImageException;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.observation.words.CarefulWords;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/** One observation: shown, changed, with a photograph, deleted. */
@Path("/app/observations")
@Produces(MediaType.TEXT_HTML)
public final class ObservationChangePages {
    private final Platform platform;
    private final ShowObservation show;
    private final ChangeObservation change;
    private final AddPhoto addPhoto;
    private final ShowPhoto showPhoto;

    ObservationChangePages(Platform platform) {
        this.platform = platform;
        this.show = new ShowObservation(platform);
        this.change = new ChangeObservation(platform);
        this.addPhoto = new AddPhoto(platform, change);
        this.showPhoto = new ShowPhoto(platform);
    }

    @GET
    @Path("/{observation}")
    @Allowed(Permission.PROPOSE)
    public Response show(@Context ContainerRequestContext request, @PathParam("observation") ObservationId id) {
        return show(request, 200, id, Errors.none());
    }

    private Response show(ContainerRequestContext request, int status, ObservationId id, Errors errors) {
        Principal reader = Principal.of(request);
        Page page = new Page(show.apply(reader, id), reader.may(Permission.WORKER_NAMES), errors);
        return platform.pages().show(request, status, "observation/show", page);
    }

    @GET
    @Path("/{observation}/edit")
    @Allowed(Permission.PROPOSE)
    public Response edit(@Context ContainerRequestContext request, @PathParam("observation") ObservationId id) {
        ShowObservation.Shown shown = show.apply(Principal.of(request), id);
        return shown.mayChange()
                ? edit(request, 200, shown, ObservationForm.of(shown.observation()), Errors.none())
                : show(request, id);
    }

    @POST
    @Path("/{observation}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PROPOSE)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("observation") ObservationId id,
            MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        ShowObservation.Shown shown = show.apply(by, id);
        ObservationForm form = ObservationForm.of(typed, shown.tasks());
        LocalDate today = by.zone().today(platform.clock());
        Errors errors = form.errors(today);
        if (!errors.isEmpty()) {
            return edit(request, 422, shown, form, errors);
        }
        change.apply(by, id, new ChangeObservation.Words(form));
        return platform.pages().seeOther("/app/observations/" + id, "observation.done.changed");
    }

    private Response edit(
            ContainerRequestContext request,
            int status,
            ShowObservation.Shown shown,
            ObservationForm form,
            Errors errors) {
        return platform.pages().show(request, status, "observation/edit", new Edit(shown, form, errors));
    }

    @GET
    @Path("/{observation}/delete")
    @Allowed(Permission.PROPOSE)
    public Response askDelete(@Context ContainerRequestContext request, @PathParam("observation") ObservationId id) {
        ShowObservation.Shown shown = show.apply(Principal.of(request), id);
        return shown.mayDelete()
                ? platform.pages().show(request, "observation/delete", new Delete(shown.observation()))
                : show(request, id);
    }

    @POST
    @Path("/{observation}/delete")
    @Allowed(Permission.PROPOSE)
    public Response delete(@Context ContainerRequestContext request, @PathParam("observation") ObservationId id) {
        change.apply(Principal.of(request), id, new ChangeObservation.Delete());
        return platform.pages().seeOther("/app/observations", "observation.done.deleted");
    }

    @GET
    @Path("/{observation}/photo")
    @Allowed(Permission.PROPOSE)
    public Response photo(@Context ContainerRequestContext request, @PathParam("observation") ObservationId id) {
        return Response.ok(showPhoto.apply(Principal.of(request), id), Photograph.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/{observation}/photo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.PROPOSE)
    public Response upload(
            @Context ContainerRequestContext request,
            @PathParam("observation") ObservationId id,
            @FormDataParam("image") @Nullable InputStream upload)
            throws IOException {
        byte[] bytes = upload == null ? new byte[0] : upload.readNBytes(AddPhoto.MOST_BYTES + 1);
        Optional<UnusableImageException.Reason> refusal = addPhoto.apply(Principal.of(request), id, bytes);
        return refusal.isEmpty()
                ? platform.pages().seeOther("/app/observations/" + id, "observation.done.photo")
                : show(
                        request,
                        422,
                        id,
                        Errors.of(
                                "image",
                                "observation.error.photo." + refusal.get().name()));
    }

    @POST
    @Path("/{observation}/photo/remove")
    @Allowed(Permission.PROPOSE)
    public Response removePhoto(@Context ContainerRequestContext request, @PathParam("observation") ObservationId id) {
        change.apply(Principal.of(request), id, new ChangeObservation.NoPhoto());
        return platform.pages().seeOther("/app/observations/" + id, "observation.done.photo-removed");
    }

    /**
     * One observation.
     *
     * @param names whether the reader may open the person's page
     */
    public record Page(ShowObservation.Shown shown, boolean names, Errors errors) {
        /** Words of its sentence that do not belong on a badge. */
        public List<CarefulWords.Found> careful() {
            return CarefulWords.find(shown.observation().note());
        }
    }

    /** The form of one that is changed. */
    public record Edit(ShowObservation.Shown shown, ObservationForm form, Errors errors) {}

    /** The question before one is deleted. */
    public record Delete(Observation observation) {}
}
