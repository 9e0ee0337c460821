package fr.badgesiae.api.issuer.registry;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The desk page about wallets: which ones take badges, and how they get to know the organisation. */
@Path("/app/organisation/wallets")
@Produces(MediaType.TEXT_HTML)
public final class WalletRegistryPages {
    private final Pages pages;
    private final Settings settings;
    private final ListRegistryEntries entries;

    public WalletRegistryPages(Pages pages, Settings settings, ListRegistryEntries entries) {
        this.pages = pages;
        this.settings = settings;
        this.entries = entries;
    }

    /**
     * The page.
     *
     * @param settings by which wallets are chosen
     * @param json the entry as the registries write it
     */
    public record WalletsPage(Settings settings, RegistryEntry entry, String json) {}

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response show(@Context ContainerRequestContext request) {
        List<RegistryEntry> own =
                entries.apply(Optional.of(Principal.of(request).organisation()));
        RegistryEntry entry = own.stream().findFirst().orElseThrow(ProblemException::notFound);
        return pages.show(request, "issuer/wallets", new WalletsPage(settings, entry, RegistryEntry.json(own)));
    }
}
