package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Pages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The desk page of an organisation's keys. */
@Path("/app/keys")
@Produces(MediaType.TEXT_HTML)
public final class KeysPages {
    private final Pages pages;
    private final ListKeys list;
    private final SigningKeys keys;

    KeysPages(Pages pages, ListKeys list, SigningKeys keys) {
        this.pages = pages;
        this.list = list;
        this.keys = keys;
    }

    /**
     * The keys of an organisation, read only.
     *
     * @param did the DID that signs its badges
     */
    public record KeysPage(String did, String didPath, List<Key> keys) {}

    /**
     * A key of the page.
     *
     * @param path of its public half
     * @param until null while it is in use
     */
    public record Key(
            String path,
            KeyAlgorithm algorithm,
            KeyState state,
            Instant since,
            @Nullable Instant until) {}

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response list(@Context ContainerRequestContext request) {
        OrganisationId organisation = Principal.of(request).organisation();
        List<Key> rows = list.apply(organisation).stream().map(KeysPages::key).toList();
        String path = "/issuers/" + organisation + "/did.json";
        return pages.show(request, "keys/list", new KeysPage(keys.issuerDid(organisation), path, rows));
    }

    private static Key key(ListKeys.Key key) {
        return new Key("/keys/" + key.id(), key.algorithm(), key.state(), key.since(), key.until());
    }
}
