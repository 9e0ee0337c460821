package fr.badgesiae.api.offline;

import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.web.Cookieless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The address in a code. What follows its {@code #} stays in the browser: the page's script reads it. */
@Cookieless
@Path("/o")
public final class CodeAddressPages {
    private final ReaderPages reader;

    CodeAddressPages(ReaderPages reader) {
        this.reader = reader;
    }

    @GET
    @Open
    public Response page(@Context ContainerRequestContext request) {
        return reader.page(request);
    }
}
