package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.platform.web.AnyOrigin;
import fr.badgesiae.api.platform.web.AnyOriginFilter;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.wallet.openid.proof.Nonces;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The nonce, credential and notification endpoints (OpenID4VCI 1.0, sections 7, 8 and 11), for all issuers. */
@AnyOrigin
@Cookieless
@Path("/openid")
@Produces(MediaType.APPLICATION_JSON)
public final class CredentialResource {
    private static final int MOST_BYTES = 64 * 1024;
    private static final String BEARER = "bearer ";

    private final Nonces nonces;
    private final BringCredential bring;
    private final TakeNotification take;
    private final RequestBudget requests;

    CredentialResource(Nonces nonces, BringCredential bring, TakeNotification take, RequestBudget requests) {
        this.nonces = nonces;
        this.bring = bring;
        this.take = take;
        this.requests = requests;
    }

    @POST
    @Open
    @Path("nonce")
    public Response nonce(@Context ContainerRequestContext request) {
        requests.spend(Client.of(request));
        return json(JsonNodeFactory.instance.objectNode().put("c_nonce", nonces.next()));
    }

    @POST
    @Open
    @Path("credential")
    public Response credential(
            InputStream body, @Context ContainerRequestContext request, @Context HttpHeaders headers) {
        requests.spend(Client.of(request));
        BringCredential.Brought brought =
                bring.apply(token(headers), read(body, OpenidError.INVALID_CREDENTIAL_REQUEST));
        return json(answer(brought));
    }

    private ObjectNode answer(BringCredential.Brought brought) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (brought.shape().hasCredentials()) {
            answer.putArray("credentials").addObject().set("credential", brought.content());
        }
        if (brought.shape().hasOneCredential()) {
            answer.set("credential", brought.content());
            Nonces.put(answer, nonces.next());
        }
        answer.put("notification_id", brought.notification());
        return answer;
    }

    @POST
    @Open
    @Path("notification")
    public Response notification(
            InputStream body, @Context ContainerRequestContext request, @Context HttpHeaders headers) {
        requests.spend(Client.of(request));
        take.apply(token(headers), read(body, OpenidError.INVALID_NOTIFICATION_REQUEST));
        return Response.noContent().build();
    }

    @OPTIONS
    @Open
    @Path("nonce")
    public Response nonceOptions() {
        return AnyOriginFilter.preflight("POST");
    }

    @OPTIONS
    @Open
    @Path("credential")
    public Response credentialOptions() {
        return AnyOriginFilter.preflight("POST");
    }

    @OPTIONS
    @Open
    @Path("notification")
    public Response notificationOptions() {
        return AnyOriginFilter.preflight("POST");
    }

    /** RFC 6750, section 2.1; a DPoP header is ignored. */
    private static String token(HttpHeaders headers) {
        List<String> values = headers.getRequestHeader(HttpHeaders.AUTHORIZATION);
        if (values == null || values.isEmpty()) {
            throw new OpenidException(OpenidError.MISSING_TOKEN, "a bearer token is required");
        }
        if (values.size() == 1 && values.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return values.get(0).substring(BEARER.length()).strip();
        }
        throw new OpenidException(OpenidError.INVALID_TOKEN, "one bearer token is required");
    }

    private static ObjectNode read(InputStream body, OpenidError otherwise) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return JsonReader.object(bytes);
            }
        } catch (IOException | UnreadableException broken) {
            throw new OpenidException(otherwise, "the body is not a JSON object");
        }
        throw new OpenidException(otherwise, "the body has more than 64 KiB");
    }

    private static Response json(ObjectNode answer) {
        return Response.ok(answer.toString())
                .header("Cache-Control", "no-store")
                .build();
    }
}
