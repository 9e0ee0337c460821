package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.platform.web.AnyOrigin;
import fr.badgesiae.api.platform.web.AnyOriginFilter;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.wallet.openid.proof.ClientAttestation;
import fr.badgesiae.api.wallet.openid.proof.Nonces;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;
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
import java.util.Optional;

/** The token endpoint (RFC 6749, section 3.2), for pre-authorized codes; the client is not authenticated. */
@AnyOrigin
@Cookieless
@Path(OpenidAddresses.TOKEN)
public final class TokenResource {
    private static final int MOST_BYTES = 16 * 1024;

    private final Platform platform;
    private final OpenidAddresses addresses;
    private final GrantToken grant;
    private final Optional<Nonces> nonces;
    private final RequestBudget requests;

    /** @param nonces for answers that contain one, as those of draft 13 do; empty where no answer does */
    TokenResource(
            Platform platform,
            OpenidAddresses addresses,
            GrantToken grant,
            Optional<Nonces> nonces,
            RequestBudget requests) {
        this.platform = platform;
        this.addresses = addresses;
        this.grant = grant;
        this.nonces = nonces;
        this.requests = requests;
    }

    @POST
    @Open
    @Produces(MediaType.APPLICATION_JSON)
    public Response token(InputStream body, @Context ContainerRequestContext request, @Context HttpHeaders headers)
            throws IOException {
        requests.spend(Client.of(request));
        MediaType type = request.getMediaType();
        byte[] form = body.readNBytes(MOST_BYTES + 1);
        if (type == null
                || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                || form.length > MOST_BYTES) {
            throw new OpenidException(OpenidError.INVALID_REQUEST, "a form of at most 16 KiB is required");
        }
        ClientAttestation.require(
                values(headers, ClientAttestation.ATTESTATION),
                values(headers, ClientAttestation.PROOF),
                addresses.server(),
                platform.clock().instant());
        return Response.ok(answer(granted(request, TokenRequest.read(form))).toString())
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Wrong codes use the budget of everything that leads nowhere. */
    private GrantToken.Granted granted(ContainerRequestContext request, TokenRequest sent) {
        try {
            return grant.apply(sent);
        } catch (OpenidException refused) {
            if (refused.error() == OpenidError.INVALID_GRANT) {
                platform.throttles().misses().spend(Client.of(request));
            }
            throw refused;
        }
    }

    private ObjectNode answer(GrantToken.Granted granted) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("access_token", granted.token());
        json.put("token_type", "Bearer");
        json.put("expires_in", GrantToken.LIFETIME.toSeconds());
        nonces.ifPresent(known -> Nonces.put(json, known.next()));
        granted.identified()
                .ifPresent(configuration -> json.putArray("authorization_details")
                        .addObject()
                        .put("type", TokenRequest.DETAILS_TYPE)
                        .put("credential_configuration_id", configuration.id())
                        .putArray("credential_identifiers")
                        .add(configuration.id()));
        return json;
    }

    private static List<String> values(HttpHeaders headers, String name) {
        List<String> values = headers.getRequestHeader(name);
        return values == null ? List.of() : values;
    }

    @OPTIONS
    @Open
    public Response options() {
        return AnyOriginFilter.preflight("POST");
    }
}
