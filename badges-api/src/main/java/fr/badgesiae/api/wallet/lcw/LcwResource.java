package fr.badgesiae.api.wallet.lcw;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.web.AnyOrigin;
import fr.badgesiae.api.platform.web.AnyOriginFilter;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.wallet.offer.FindOffer;
import fr.badgesiae.api.wallet.offer.TakeOffer;
import fr.badgesiae.api.wallet.offer.WalletOffer;
import fr.badgesiae.api.wallet.offer.WalletOfferKind;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Learner Credential Wallet asks and answers. An interaction: the wallet posts nothing, reads what to prove, posts its
 * presentation. A link: the wallet posts its presentation at once. An offer of one is none of the other.
 */
@AnyOrigin
@Cookieless
@Path("/wallet/{token}")
public final class LcwResource {
    static final int MOST_BYTES = 64 * 1024;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Platform platform;
    private final FindOffer find;
    private final TakeOffer take;
    private final VerifyPresentation verify;
    private final LcwAddresses addresses;
    private final RequestBudget requests;

    public LcwResource(
            Platform platform,
            FindOffer find,
            TakeOffer take,
            VerifyPresentation verify,
            LcwAddresses addresses,
            RequestBudget requests) {
        this.platform = platform;
        this.find = find;
        this.take = take;
        this.verify = verify;
        this.addresses = addresses;
        this.requests = requests;
    }

    /** How to go on with an interaction. */
    @GET
    @Open
    @Produces(MediaType.APPLICATION_JSON)
    public Response protocols(@Context ContainerRequestContext request, @PathParam("token") String secret) {
        found(request, secret, WalletOfferKind.INTERACTION);
        return json(addresses.protocols(secret));
    }

    /** For whoever scanned the code with a camera instead of the wallet. */
    @GET
    @Open
    @Produces(MediaType.TEXT_HTML)
    public Response page(@Context ContainerRequestContext request, @PathParam("token") String secret) {
        found(request, secret, WalletOfferKind.INTERACTION);
        return platform.pages()
                .show(
                        platform.pages().publicContext(request),
                        200,
                        "wallet/scanned",
                        new Scanned(addresses.interactionLink(secret)));
    }

    /** The page behind the code, in a browser. */
    public record Scanned(String link) {}

    @OPTIONS
    @Open
    public Response options() {
        return AnyOriginFilter.preflight("GET");
    }

    @POST
    @Open
    @Path("exchange")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response exchange(
            InputStream body, @Context ContainerRequestContext request, @PathParam("token") String secret) {
        WalletOffer offer = found(request, secret, WalletOfferKind.INTERACTION);
        ObjectNode sent = read(body);
        if (!sent.has("verifiablePresentation")) {
            return json(asked(offer));
        }
        if (!(sent.get("verifiablePresentation") instanceof ObjectNode presentation)) {
            throw notProven();
        }
        ObjectNode answer = JSON.objectNode();
        answer.set("verifiablePresentation", taken(offer, presentation, addresses.domain()));
        // No address of the badge: its id would link a copy without a name to the badge with one.
        answer.put("redirectUrl", platform.settings().url("/me"));
        return json(answer);
    }

    @OPTIONS
    @Open
    @Path("exchange")
    public Response exchangeOptions() {
        return AnyOriginFilter.preflight("POST");
    }

    @POST
    @Open
    @Path("link")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response link(
            InputStream body, @Context ContainerRequestContext request, @PathParam("token") String secret) {
        WalletOffer offer = found(request, secret, WalletOfferKind.LINK);
        return json(taken(offer, read(body), null));
    }

    @OPTIONS
    @Open
    @Path("link")
    public Response linkOptions() {
        return AnyOriginFilter.preflight("POST");
    }

    private WalletOffer found(ContainerRequestContext request, String secret, WalletOfferKind kind) {
        requests.spend(Client.of(request));
        return find.apply(secret, kind).orElseThrow(() -> {
            platform.throttles().misses().spend(Client.of(request));
            return new ProblemException(ProblemType.NOT_FOUND, "This offer is unknown, was taken, or has expired.");
        });
    }

    private ObjectNode asked(WalletOffer offer) {
        ObjectNode answer = JSON.objectNode();
        ObjectNode wanted = answer.putObject("verifiablePresentationRequest");
        wanted.putArray("query").addObject().put("type", "DIDAuthentication");
        wanted.put("challenge", offer.challenge()).put("domain", addresses.domain());
        return answer;
    }

    /** The presentation that brings the copy; its bytes are those that were signed. */
    private ObjectNode taken(WalletOffer offer, ObjectNode presentation, @Nullable String domain) {
        WalletBinding key =
                verify.apply(presentation, offer.challenge(), domain).orElseThrow(LcwResource::notProven);
        String document = take.apply(offer, key).fold(new TakeOffer.Cases<>() {
            @Override
            public String taken(TakeOffer.Taken copy) {
                return copy.forms().document();
            }

            @Override
            public String notTaken(Optional<EditionProblem> problem) {
                throw new ProblemException(
                        ProblemType.CONFLICT,
                        problem.map(LcwResource::why).orElse("This offer was taken, or has expired."));
            }
        });
        ObjectNode brought = JSON.objectNode();
        brought.putArray("@context").add("https://www.w3.org/ns/credentials/v2");
        brought.putArray("type").add("VerifiablePresentation");
        brought.putArray("verifiableCredential").addRawValue(new RawValue(document));
        return brought;
    }

    private static String why(EditionProblem problem) {
        return switch (problem) {
            case LATER -> "The badge is being signed. Try again in a minute.";
            case CHANGED -> "What the badge would say has changed. Its holder has to read it again.";
            case TOO_LATE -> "This badge cannot be signed again.";
            case REFUSED -> "This choice cannot be signed.";
            case WITHDRAWN -> "Its holder withdrew this copy.";
            case TOO_MANY_COPIES -> "As many copies of this badge are in wallets as can be.";
        };
    }

    private static ProblemException notProven() {
        return new ProblemException(
                ProblemType.INVALID_INPUT,
                "The presentation does not prove a did:key for this offer: one Ed25519Signature2020 proof for"
                        + " authentication, with the challenge and the domain that were asked for.");
    }

    private static ObjectNode read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ProblemException(ProblemType.TOO_LARGE, "A presentation has at most 64 KiB.");
            }
            return JsonReader.object(bytes);
        } catch (IOException | UnreadableException broken) {
            throw new ProblemException(ProblemType.INVALID_INPUT, "The body is no JSON object.");
        }
    }

    private static Response json(ObjectNode answer) {
        return Response.ok(answer.toString(), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
