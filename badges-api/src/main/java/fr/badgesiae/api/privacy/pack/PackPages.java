package fr.badgesiae.api.privacy.pack;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** French texts about data protection, filled from the profile, to print and to copy. */
@Path(PackPages.ROOT)
@Produces(MediaType.TEXT_HTML)
public final class PackPages {
    static final String ROOT = "/app/organisation/documents";

    private final Platform platform;
    private final ShowPack show;

    PackPages(Platform platform, ShowPack show) {
        this.platform = platform;
        this.show = show;
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response list(@Context ContainerRequestContext request) {
        ShowPack.Pack pack = show.apply(Principal.of(request));
        return platform.pages().show(request, "privacy/documents", new ListPage(pack.missing()));
    }

    @GET
    @Path("/register")
    @Allowed(Permission.ORGANISATION)
    public Response register(@Context ContainerRequestContext request) {
        return document(request, PackDocument.REGISTER);
    }

    @GET
    @Path("/impact")
    @Allowed(Permission.ORGANISATION)
    public Response impact(@Context ContainerRequestContext request) {
        return document(request, PackDocument.IMPACT);
    }

    @GET
    @Path("/cse")
    @Allowed(Permission.ORGANISATION)
    public Response cse(@Context ContainerRequestContext request) {
        return document(request, PackDocument.CSE);
    }

    private Response document(ContainerRequestContext request, PackDocument document) {
        ShowPack.Pack pack = show.apply(Principal.of(request));
        return platform.pages()
                .show(
                        request,
                        "privacy/document",
                        new DocumentPage(document, pack.text(document), pack.missing(document), null, ROOT));
    }

    private static List<Field> links(List<String> missing) {
        return missing.stream()
                .map(word -> new Field(
                        "privacy.pack.fact." + word, "/app/organisation#" + Facts.OF_PROFILE.getOrDefault(word, "")))
                .toList();
    }

    /**
     * What the profile lacks.
     *
     * @param key of its name in the messages
     * @param path of its field
     */
    public record Field(String key, String path) {}

    /**
     * The list of texts.
     *
     * @param missing words of facts that the profile lacks
     */
    public record ListPage(List<String> missing) {
        public List<PackDocument> documents() {
            return Arrays.stream(PackDocument.values())
                    .filter(document -> document != PackDocument.ANSWER)
                    .toList();
        }

        /** Where to write what is missing. */
        public List<Field> fields() {
            return links(missing);
        }
    }

    /**
     * One text.
     *
     * @param missing words of facts that the profile lacks
     * @param person whom it is for, or null
     * @param back the path of the page before
     */
    public record DocumentPage(
            PackDocument document,
            LegalText text,
            List<String> missing,
            @Nullable String person,
            String back) {
        /** Where to write what is missing. */
        public List<Field> fields() {
            return links(missing);
        }

        public String backText(PageContext context) {
            return person == null ? context.t("privacy.pack.title") : person;
        }
    }
}
