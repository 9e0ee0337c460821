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
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pinning a signer in two steps: name, DID and URL first, then the comparison of its keys. */
@Path("/app/trust")
@Produces(MediaType.TEXT_HTML)
public final class PinPages {
    private final Platform platform;
    private final SigningKeys keys;
    private final FindSignerKeys find;
    private final ReadTrustList read;
    private final PinSigner pin;
    private final FetchTrustList fetch;

    public PinPages(
            Platform platform,
            SigningKeys keys,
            FindSignerKeys find,
            ReadTrustList read,
            PinSigner pin,
            FetchTrustList fetch) {
        this.platform = platform;
        this.keys = keys;
        this.find = find;
        this.read = read;
        this.pin = pin;
        this.fetch = fetch;
    }

    /** The form that pins a signer. */
    public record SignerFormPage(SignerForm form, Errors errors) {}

    /**
     * The question before a signer is pinned: are these its keys?
     *
     * @param keys current assertion keys of the DID; never empty
     * @param list summary of its current list, or null
     * @param problem why there is no list, or null
     */
    public record SignerConfirmPage(
            SignerForm form,
            List<Fingerprint> keys,
            @Nullable Seen list,
            @Nullable ImportProblem problem,
            Errors errors) {
        /** The keys shown; the answer repeats them, so that no other keys are pinned. */
        public String shown() {
            return PinPages.shown(keys);
        }
    }

    /** Summary of a list. */
    public record Seen(int entries, long sequence, Instant expires) {}

    @GET
    @Path("/new")
    @Allowed(Permission.NETWORK)
    public Response blank(@Context ContainerRequestContext request) {
        return form(request, 200, SignerForm.empty(), Errors.none());
    }

    /** Resolves the DID and fetches the list; changes nothing. */
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
        List<Fingerprint> found = find.apply(form.did());
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
        List<Fingerprint> found = find.apply(form.did());
        if (found.isEmpty()) {
            return form(request, 422, form, Errors.of("did", "trust.error.no-keys"));
        }
        if (!shown(found).equals(typed.getFirst("keys"))) {
            return confirm(request, 422, form, found, Errors.of("", "trust.error.keys-changed"));
        }
        if (typed.getFirst("compared") == null) {
            return confirm(request, 422, form, found, Errors.of("compared", "trust.error.compare"));
        }
        return pinned(request, form);
    }

    private Response pinned(ContainerRequestContext request, SignerForm form) {
        Principal by = Principal.of(request);
        return pin.apply(by.organisation(), by.account(), form).fold(new PinSigner.Cases<>() {
            @Override
            public Response pinned(SignerId signer) {
                fetch.apply(by.organisation(), signer, Actor.account(by.account()));
                return platform.pages().seeOther("/app/trust/" + signer, "trust.done.added");
            }

            @Override
            public Response alreadyPinned() {
                return form(request, 422, form, Errors.of("did", "trust.error.pinned"));
            }
        });
    }

    private Response form(ContainerRequestContext request, int status, SignerForm form, Errors errors) {
        return platform.pages().show(request, status, "trust/new", new SignerFormPage(form, errors));
    }

    private Response confirm(
            ContainerRequestContext request, int status, SignerForm form, List<Fingerprint> found, Errors errors) {
        SignerConfirmPage page = read.apply(form.did(), form.address(), 0).fold(new ReadTrustList.Cases<>() {
            @Override
            public SignerConfirmPage read(SignedTrustList list) {
                Seen seen = new Seen(list.entries().size(), list.sequence(), list.expires());
                return new SignerConfirmPage(form, found, seen, null, errors);
            }

            @Override
            public SignerConfirmPage failed(ImportProblem problem) {
                return new SignerConfirmPage(form, found, null, problem, errors);
            }
        });
        return platform.pages().show(request, status, "trust/confirm", page);
    }

    private static String shown(List<Fingerprint> keys) {
        return keys.stream().map(Fingerprint::thumbprint).collect(Collectors.joining(" "));
    }
}
