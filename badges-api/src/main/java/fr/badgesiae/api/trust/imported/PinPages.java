package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.verifier.trust.SignedTrustList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** A network pins a signer in two steps: what it is, then whether the keys it publishes are the ones it names itself. */
@Path("/app/trust")
@Produces(MediaType.TEXT_HTML)
public final class PinPages {
    private final Platform platform;
    private final SigningKeys keys;
    private final ReadTrustList read;
    private final PinSigner pin;
    private final FetchTrustList fetch;

    public PinPages(Platform platform, SigningKeys keys, ReadTrustList read, PinSigner pin, FetchTrustList fetch) {
        this.platform = platform;
        this.keys = keys;
        this.read = read;
        this.pin = pin;
        this.fetch = fetch;
    }

    @GET
    @Path("/new")
    @Allowed(Permission.NETWORK)
    public Response blank(@Context ContainerRequestContext request) {
        return form(request, 200, SignerForm.empty(), Errors.none());
    }

    /** Asks the DID for its keys and the address for its list; changes nothing. */
    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.NETWORK)
    public Response check(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        SignerForm form = SignerForm.of(typed);
        Errors errors = form.check(platform.settings(), keys.platformDid());
        if (!errors.isEmpty()) {
            return form(request, 422, form, errors);
        }
        List<Fingerprint> found = read.keys(form.did());
        return found.isEmpty()
                ? form(request, 422, form, Errors.of("did", "trust.error.no-keys"))
                : confirm(request, 200, form, found, Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.NETWORK)
    public Response pin(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        SignerForm form = SignerForm.of(typed);
        Errors errors = form.check(platform.settings(), keys.platformDid());
        if (!errors.isEmpty()) {
            return form(request, 422, form, errors);
        }
        List<Fingerprint> found = read.keys(form.did());
        if (found.isEmpty()) {
            return form(request, 422, form, Errors.of("did", "trust.error.no-keys"));
        }
        SignerConfirmPage shown = new SignerConfirmPage(form, found, null, null, Errors.none());
        if (!shown.shown().equals(typed.getFirst("keys"))) {
            return confirm(request, 422, form, found, Errors.of("", "trust.error.keys-changed"));
        }
        if (typed.getFirst("compared") == null) {
            return confirm(request, 422, form, found, Errors.of("compared", "trust.error.compare"));
        }
        return pinned(request, form);
    }

    private Response pinned(ContainerRequestContext request, SignerForm form) {
        Principal by = Principal.of(request);
        Optional<SignerId> signer = pin.pin(by.organisation(), by.account(), form);
        if (signer.isEmpty()) {
            return form(request, 422, form, Errors.of("did", "trust.error.pinned"));
        }
        fetch.fetch(by.organisation(), signer.get(), Actor.account(by.account()));
        return platform.pages().seeOther("/app/trust/" + signer.get());
    }

    private Response form(ContainerRequestContext request, int status, SignerForm form, Errors errors) {
        return platform.pages().show(request, status, "trust/new", new SignerFormPage(form, errors));
    }

    private Response confirm(
            ContainerRequestContext request, int status, SignerForm form, List<Fingerprint> found, Errors errors) {
        ReadTrustList.Result result = read.read(form.did(), form.address(), 0);
        SignerConfirmPage page = result instanceof ReadTrustList.Failed failed
                ? new SignerConfirmPage(form, found, null, failed.problem(), errors)
                : new SignerConfirmPage(form, found, seen(((ReadTrustList.Read) result).list()), null, errors);
        return platform.pages().show(request, status, "trust/confirm", page);
    }

    private static SignerConfirmPage.Seen seen(SignedTrustList list) {
        return new SignerConfirmPage.Seen(list.entries().size(), list.sequence(), list.expires());
    }
}
