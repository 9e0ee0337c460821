package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.passkey.Passkey;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Translated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The holder's phones, and one more: its name and the PIN first, then the phone itself. */
@Path("/me/phones")
@Produces(MediaType.TEXT_HTML)
public final class PhonePages {
    private final Platform platform;
    private final ListPhones list;
    private final PreparePhone prepare;
    private final RegisterPhone register;
    private final Sessions sessions;

    PhonePages(Platform platform, ListPhones list, PreparePhone prepare, RegisterPhone register, Sessions sessions) {
        this.platform = platform;
        this.list = list;
        this.prepare = prepare;
        this.register = register;
        this.sessions = sessions;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response list(@Context ContainerRequestContext request) {
        List<Phone> phones =
                list.apply(HolderPrincipal.of(request)).stream().map(Phone::of).toList();
        return platform.pages().show(request, "holder/phones", new Phones(phones, RegisterPhone.MOST));
    }

    @GET
    @Path("/new")
    @Allowed(Permission.HOLDER)
    public Response form(@Context ContainerRequestContext request) {
        return form(request, 200, defaultName(request), Errors.none());
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response prepare(
            @Context ContainerRequestContext request,
            @FormParam("name") @DefaultValue("") String typedName,
            @FormParam("pin") @DefaultValue("") String typedPin) {
        Optional<PhoneName> name = PhoneName.parse(typedName);
        if (name.isEmpty()) {
            return form(request, 422, typedName, Errors.of("name", "holder.phone.name-error", PhoneName.LONGEST));
        }
        String pin = typedPin.replaceAll("[\\s\u00a0]", "");
        String kept = name.get().text();
        PreparePhone.Prepared prepared = prepare.apply(HolderPrincipal.of(request), pin, name.get());
        return switch (prepared.result()) {
            case READY -> platform.pages().show(request, "holder/phone-ready", new Ready(kept, prepared.options()));
            case WRONG -> form(request, 422, kept, Errors.of("pin", "holder.pin.wrong"));
            case LATER -> form(request, 429, kept, Errors.of("pin", "holder.open.later"));
            case FULL -> form(request, 422, kept, Errors.of("name", "holder.phone.full", RegisterPhone.MOST));
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response register(
            @Context ContainerRequestContext request,
            @FormParam("name") @DefaultValue("") String typedName,
            @FormParam("answer") @DefaultValue("") String answer) {
        Optional<PhoneName> name = PhoneName.parse(typedName);
        Optional<OpenedSession> session =
                name.flatMap(known -> register.apply(HolderPrincipal.of(request), answer, known));
        return session.map(opened -> Response.fromResponse(
                                platform.pages().seeOther("/me/phones", "holder.done.phone-added"))
                        .cookie(sessions.cookies(opened).toArray(new NewCookie[0]))
                        .build())
                .orElseGet(() -> form(
                        request,
                        422,
                        name.map(PhoneName::text).orElseGet(() -> defaultName(request)),
                        Errors.of("name", "holder.phone.not-added")));
    }

    private String defaultName(ContainerRequestContext request) {
        return platform.pages()
                .translated(request)
                .t(PhoneName.defaultKey(request.getHeaderString(HttpHeaders.USER_AGENT)));
    }

    private Response form(ContainerRequestContext request, int status, String name, Errors errors) {
        return platform.pages()
                .show(request, status, "holder/phone-new", new NewPhone(name, PhoneName.LONGEST, errors));
    }

    /**
     * The phones.
     *
     * @param most how many there may be
     */
    public record Phones(List<Phone> phones, int most) implements Translated {
        public boolean full() {
            return phones.size() >= most;
        }

        /** Whether the one that shows the page is none of them. */
        public boolean mayAdd() {
            return !full() && phones.stream().noneMatch(Phone::here);
        }
    }

    /**
     * A phone.
     *
     * @param path below which pages rename and remove it
     * @param copied whether its maker copies its key to other devices of its owner
     * @param wentBackAt when a copy of it may have tried, or null
     * @param here whether it is the one that shows the page
     */
    public record Phone(
            String path,
            String name,
            Instant addedAt,
            Instant lastUsedAt,
            boolean copied,
            @Nullable Instant wentBackAt,
            boolean here) {
        static Phone of(Passkey passkey) {
            return new Phone(
                    "/me/phones/" + passkey.id(),
                    passkey.name(),
                    passkey.createdAt(),
                    passkey.lastUsedAt(),
                    passkey.backedUp(),
                    passkey.wentBackAt(),
                    passkey.here());
        }
    }

    /** The form of a name and the PIN. */
    public record NewPhone(String name, int longest, Errors errors) implements Translated {}

    /**
     * The question to the phone itself.
     *
     * @param options for {@code navigator.credentials.create}, as JSON
     */
    public record Ready(String name, String options) implements Translated {}
}
