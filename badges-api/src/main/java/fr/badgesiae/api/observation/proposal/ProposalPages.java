package fr.badgesiae.api.observation.proposal;

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

/** The badges that what was seen makes likely. A member decides: each line leads to the form of an offer. */
@Path("/app/observations/proposals")
@Produces(MediaType.TEXT_HTML)
public final class ProposalPages {
    private final Platform platform;
    private final ListProposals list;

    public ProposalPages(Platform platform) {
        this.platform = platform;
        this.list = new ListProposals(platform);
    }

    @GET
    @Allowed(Permission.AWARD)
    public Response list(@Context ContainerRequestContext request) {
        return platform.pages()
                .show(
                        request,
                        "observation/proposals",
                        new Proposals(list.apply(Principal.of(request).organisation())));
    }

    /** The proposals. */
    public record Proposals(List<ListProposals.Proposal> proposals) {}
}
