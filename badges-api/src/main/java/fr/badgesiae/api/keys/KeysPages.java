package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The organisation's keys at the desk. */
@Path("/app/keys")
@Produces(MediaType.TEXT_HTML)
public final class KeysPages {
    private final Platform platform;
    private final SigningKeys keys;

    KeysPages(Platform platform, SigningKeys keys) {
        this.platform = platform;
        this.keys = keys;
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response list(@Context ContainerRequestContext request) {
        OrganisationId organisation = Principal.of(request).organisation();
        List<KeysPage.Key> rows = platform.database()
                .inOrganisation(
                        organisation,
                        handle -> handle.attach(KeyDao.class).of(organisation.value()).stream()
                                .map(KeysPages::key)
                                .toList());
        String path = "/issuers/" + organisation + "/did.json";
        return platform.pages().show(request, "keys/list", new KeysPage(keys.issuerDid(organisation), path, rows));
    }

    private static KeysPage.Key key(KeyRow row) {
        return new KeysPage.Key("/keys/" + row.id(), row.algorithm(), row.state(), row.notBefore(), row.notAfter());
    }
}
