package fr.badgesiae.api.home;

import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Pages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every component on one page; registered in a demonstration only. */
@Path("/styleguide")
public final class StyleguidePages {
    private final Pages pages;

    StyleguidePages(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Open
    public Response styleguide(@Context ContainerRequestContext request) {
        Errors errors = Errors.of("siret", "home.style.wrong");
        return pages.show(request, "home/styleguide", new StyleguidePage(errors));
    }

    /**
     * Page of all components.
     *
     * @param errors of an invalid example form
     */
    public record StyleguidePage(Errors errors) {
        /** The kinds of tags, each with one of its icons. The same state has the same kind on every page. */
        public static Map<String, String> tags() {
            Map<String, String> tags = new LinkedHashMap<>();
            tags.put("", "pen");
            tags.put("wait", "clock");
            tags.put("good", "success");
            tags.put("care", "warning");
            tags.put("over", "pause");
            tags.put("bad", "lock");
            return tags;
        }

        /** Names of the icons. */
        public List<String> icons() {
            return List.of(
                    "success",
                    "info",
                    "warning",
                    "error",
                    "clock",
                    "pause",
                    "withdrawn",
                    "question",
                    "scan",
                    "slip",
                    "key",
                    "person",
                    "people",
                    "badge",
                    "house",
                    "phone",
                    "device",
                    "calendar",
                    "print",
                    "share",
                    "lock",
                    "eye",
                    "eye-off",
                    "download",
                    "text",
                    "card",
                    "plus",
                    "close",
                    "pen",
                    "link");
        }
    }
}
