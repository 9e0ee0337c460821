package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.wallet.openid.proof.Nonces;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers a refused request in the form of the protocol: an error code, and words for whoever develops the wallet. */
public final class OpenidErrors implements ExceptionMapper<OpenidException> {
    OpenidErrors() {}

    @Override
    public Response toResponse(OpenidException refused) {
        OpenidError error = refused.error();
        if (error == OpenidError.MISSING_TOKEN) {
            return Response.status(error.status())
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity("{}")
                    .header("WWW-Authenticate", "Bearer")
                    .header("Cache-Control", "no-store")
                    .build();
        }
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("error", error.code())
                .put("error_description", refused.description());
        refused.nonce().ifPresent(nonce -> Nonces.put(body, nonce));
        Response.ResponseBuilder answer = Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body.toString())
                .header("Cache-Control", "no-store");
        if (error == OpenidError.INVALID_TOKEN) {
            answer.header("WWW-Authenticate", "Bearer error=\"" + error.code() + "\"");
        }
        return answer.build();
    }
}
