package fr.badgesiae.api.observation.space;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
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
import java.util.List;

/** What the holder can do, in their own words. */
@Path("/me/words")
@Produces(MediaType.TEXT_HTML)
public final class OwnWordsPages {
    private final Platform platform;
    private final ShowOwnWords show;
    private final WriteOwnWords write;

    public OwnWordsPages(Platform platform, WriteOwnWords write) {
        this.platform = platform;
        this.show = new ShowOwnWords(platform);
        this.write = write;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response form(@Context ContainerRequestContext request) {
        ShowOwnWords.Shown shown = show.apply(HolderPrincipal.of(request).holder());
        return platform.pages().show(request, "observation/words", Words.of(shown, shown.words(), Errors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response write(
            @Context ContainerRequestContext request, @FormParam("words") @DefaultValue("") String typed) {
        HolderId holder = HolderPrincipal.of(request).holder();
        String words = typed.strip().replace("\r\n", "\n");
        if (words.length() > WriteOwnWords.MOST) {
            ShowOwnWords.Shown shown = show.apply(holder);
            Errors errors = Errors.of("words", "observation.easy.words.long", WriteOwnWords.MOST);
            return platform.pages().show(request, 422, "observation/words", Words.of(shown, words, errors));
        }
        return write(holder, words);
    }

    @POST
    @Path("/delete")
    @Allowed(Permission.HOLDER)
    public Response delete(@Context ContainerRequestContext request) {
        return write(HolderPrincipal.of(request).holder(), "");
    }

    private Response write(HolderId holder, String words) {
        if (!write.apply(holder, words)) {
            return platform.pages().seeOther("/me/words");
        }
        return platform.pages()
                .seeOther("/me/words", words.isEmpty() ? "observation.done.words-gone" : "observation.done.words");
    }

    /**
     * The form.
     *
     * @param written whether there are words to delete
     * @param readers names of organisations
     * @param limited whether a reopening keeps the words back
     */
    public record Words(String words, boolean written, List<String> readers, boolean limited, Errors errors)
            implements Translated {
        static Words of(ShowOwnWords.Shown shown, String words, Errors errors) {
            return new Words(words, !shown.words().isEmpty(), shown.readers(), shown.limited(), errors);
        }

        /** The organisations, one after the other. */
        public String readBy() {
            return String.join(", ", readers);
        }
    }
}
