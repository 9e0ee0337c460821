package fr.badgesiae.api.platform.web;

import fr.badgesiae.api.platform.auth.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Excludes search engines from all pages: they contain personal data. */
@Path("/robots.txt")
public final class RobotsResource {
    @GET
    @Open
    public Response robots() {
        return Response.ok("User-agent: *\nDisallow: /\n", MediaType.TEXT_PLAIN).build();
    }
}
