package fr.badgesiae.api.platform.auth;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.glassfish.jersey.media.multipart.FormDataParam;

/** One route for each kind of access declaration. */
@Path("/routes")
public final class PermissionRoutes {
    private final CookieCsrf csrf;

    PermissionRoutes(CookieCsrf csrf) {
        this.csrf = csrf;
    }

    @GET
    @Path("silent")
    public String silent() {
        return "nobody should read this";
    }

    @GET
    @Path("open")
    @Open
    public String open() {
        return "open";
    }

    @GET
    @Path("form")
    @Open
    public String form(@Context ContainerRequestContext request) {
        return csrf.token(request);
    }

    /** A page with two forms. */
    @GET
    @Path("forms")
    @Open
    public String forms(@Context ContainerRequestContext request) {
        return csrf.token(request) + " " + csrf.token(request);
    }

    @POST
    @Path("form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public String taken(@FormParam("word") String word) {
        return "took " + word;
    }

    @POST
    @Path("anything")
    @Open
    public String anything() {
        return "took anything";
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Open
    public String files(@FormDataParam("word") String word) {
        return "took " + word;
    }

    @GET
    @Path("network")
    @Allowed(Permission.NETWORK)
    public String network() {
        return "network";
    }

    @GET
    @Path("organisation")
    @Allowed(Permission.ORGANISATION)
    public String organisation() {
        return "organisation";
    }

    @GET
    @Path("desk")
    @Allowed(Permission.DESK)
    public String desk(@Context ContainerRequestContext request) {
        return Principal.of(request).name() + " " + csrf.token(request);
    }

    @POST
    @Path("desk")
    @Allowed(Permission.DESK)
    public String changed() {
        return "changed";
    }

    @GET
    @Path("claim")
    @Allowed(Permission.CLAIM)
    public String claim(@Context ContainerRequestContext request) {
        return ClaimPrincipal.of(request).offer() + " "
                + ClaimPrincipal.of(request).witness();
    }

    @GET
    @Path("holder")
    @Allowed(Permission.HOLDER)
    public String holder(@Context ContainerRequestContext request) {
        return HolderPrincipal.of(request).holder().toString();
    }
}
