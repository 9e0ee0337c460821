package fr.badgesiae.api.issuer;

import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.documents.DocumentAnswer;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The public address of an issuer: a page for people, a Profile for machines. */
@Path("/issuers/{id}")
public final class IssuerPages {
    /**
     * Public information about an issuer.
     *
     * @param did the DID that signs its badges
     */
    public record IssuerPage(OrganisationProfile issuer, String did, String didPath) {
        public String logoPath() {
            return "/issuers/" + issuer.id() + "/logo";
        }
    }

    private final Pages pages;
    private final SigningKeys keys;
    private final PublishedProfiles published;

    IssuerPages(Pages pages, SigningKeys keys, PublishedProfiles published) {
        this.pages = pages;
        this.keys = keys;
        this.published = published;
    }

    @GET
    @Produces("text/html;qs=1.0")
    @Open
    public Response page(@Context ContainerRequestContext request, @PathParam("id") OrganisationId id) {
        OrganisationProfile issuer = published.shown(id).orElseThrow(ProblemException::notFound);
        return pages.show(
                request, "issuer/show", new IssuerPage(issuer, keys.issuerDid(id), "/issuers/" + id + "/did.json"));
    }

    @GET
    @Produces({"application/ld+json;qs=0.9", "application/json;qs=0.9"})
    @Open
    public Response profile(@PathParam("id") OrganisationId id, @Context Request request) {
        Response answer =
                DocumentAnswer.of(request, published.at("/issuers/" + id).orElseThrow(ProblemException::notFound));
        answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return answer;
    }
}
