package fr.badgesiae.api.wallet.sdjwt;

import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.documents.DocumentAnswer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The public address of the type metadata. */
@Path(BadgeType.PATH)
public final class BadgeTypeResource {
    private final BadgeType type;

    public BadgeTypeResource(BadgeType type) {
        this.type = type;
    }

    @GET
    @Open
    public Response metadata(@Context Request request) {
        return DocumentAnswer.of(request, type.document());
    }
}
