package fr.badgesiae.api.platform.web;

import fr.badgesiae.api.platform.auth.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Asks search engines to keep out: the pages speak of people. */
@Path("/robots.txt")
public final class RobotsResource {
    @GET
    @Open
    public Response robots() {
        return Response.ok("User-agent: *\nDisallow: /\n", MediaType.TEXT_PLAIN).build();
    }
}
