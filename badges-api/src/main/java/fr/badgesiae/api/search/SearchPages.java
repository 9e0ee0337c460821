package fr.badgesiae.api.search;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Link;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Viewer;
import fr.badgesiae.api.platform.search.DeskSearch;
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
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The search of the desk. URLs carry no name: a search is a POST. */
@Path("/app/search")
@Produces(MediaType.TEXT_HTML)
public final class SearchPages {
    private final Platform platform;
    private final SearchDesk search;

    SearchPages(Platform platform, SearchDesk search) {
        this.platform = platform;
        this.search = search;
    }

    @GET
    @Allowed(Permission.DESK)
    public Response blank(@Context ContainerRequestContext request) {
        return platform.pages().show(request, "search/found", new FoundPage("", List.of()));
    }

    /** The code of a slip leads to its offer. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.DESK)
    public Response search(
            @Context ContainerRequestContext request, @FormParam("words") @DefaultValue("") String typed) {
        String words = typed.strip();
        List<DeskSearch.Found> found = search.apply(Principal.of(request), words);
        List<DeskSearch.Row> rows =
                found.stream().flatMap(part -> part.rows().stream()).toList();
        return rows.size() == 1 && Code.tryParse(words).isPresent()
                ? platform.pages().seeOther(rows.get(0).path())
                : platform.pages().show(request, "search/found", new FoundPage(words, found));
    }

    /**
     * What was found.
     *
     * @param words as typed; empty before the first search
     */
    public record FoundPage(String words, List<DeskSearch.Found> found) {
        public boolean tooShort() {
            return words.length() < SearchDesk.SHORTEST;
        }

        /** The pages of the desk with these words in their name. */
        public List<Link> pages(PageContext context) {
            Viewer viewer = context.viewer();
            if (viewer == null || tooShort()) {
                return List.of();
            }
            String wanted = folded(words);
            return Stream.concat(viewer.navigation().stream(), viewer.menu().stream())
                    .filter(link -> folded(context.t(link)).contains(wanted))
                    .toList();
        }

        private static String folded(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT);
        }
    }
}
