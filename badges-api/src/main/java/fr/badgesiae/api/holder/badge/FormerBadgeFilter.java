package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.html.Pages;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Leads from the pages of a badge whose name was corrected to those of the badge in its place: a page was open, or its address
 * kept. For every page below a badge of the space, of whichever feature; it reads nothing unless a page is not there.
 */
public final class FormerBadgeFilter implements ContainerResponseFilter {
    private static final String PARAMETER = "badge";
    private static final String BADGES = "/me/badges/";

    private final Pages pages;
    private final FindSuccessor successor;

    public FormerBadgeFilter(Pages pages, FindSuccessor successor) {
        this.pages = pages;
        this.successor = successor;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String former = request.getUriInfo().getPathParameters().getFirst(PARAMETER);
        boolean absent = response.getStatus() == Response.Status.NOT_FOUND.getStatusCode();
        if (!absent || former == null || !path(request).startsWith(BADGES + former)) {
            return;
        }
        HolderPrincipal.find(request)
                .flatMap(by -> now(by.holder(), former))
                .map(now -> place(request, former, now))
                .ifPresent(place -> {
                    Response led = pages.seeOther(place);
                    response.setStatusInfo(led.getStatusInfo());
                    response.setEntity(null);
                    response.getHeaders().remove("Content-Type");
                    response.getHeaders().putAll(led.getHeaders());
                });
    }

    private Optional<String> now(HolderId holder, String former) {
        try {
            return successor.apply(holder, CredentialId.parse(former)).map(CredentialId::toString);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The same page where one was asked for. What a form would have done has to be asked for again, at the badge of now. */
    private static String place(ContainerRequestContext request, String former, String now) {
        if (!request.getMethod().equals(HttpMethod.GET)) {
            return BADGES + now;
        }
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        String rest = path(request).substring((BADGES + former).length());
        return BADGES + now + rest + (query == null ? "" : "?" + query);
    }

    /** Encoded, from the root. */
    private static String path(ContainerRequestContext request) {
        return "/" + request.getUriInfo().getPath(false).replaceFirst("^/+", "");
    }
}
