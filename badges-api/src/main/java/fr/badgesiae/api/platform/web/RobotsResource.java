package fr.badgesiae.api.platform.web;

import fr.badgesiae.api.platform.auth.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Asks search engines to keep out: the pages speak of people. */
@Path("/robots.txt")
public final class RobotsResource {
    @GET
    @Open
    @Produces(MediaType.TEXT_PLAIN)
    public String robots() {
        return "User-agent: *\nDisallow: /\n";
    }
}
