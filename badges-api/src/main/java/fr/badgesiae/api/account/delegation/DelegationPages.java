package fr.badgesiae.api.account.delegation;

import fr.badgesiae.api.account.member.RightsPages;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;

/** Rights lent to a member: the list, a new one, its end, and the act on paper. */
@Path("/app/members/{member}/delegations")
@Produces(MediaType.TEXT_HTML)
public final class DelegationPages {
    private final Platform platform;
    private final ListDelegations list;
    private final ShowDelegation show;
    private final DelegateRights delegate;
    private final EndDelegation end;

    public DelegationPages(
            Platform platform, ListDelegations list, ShowDelegation show, DelegateRights delegate, EndDelegation end) {
        this.platform = platform;
        this.list = list;
        this.show = show;
        this.delegate = delegate;
        this.end = end;
    }

    @GET
    @Allowed(Permission.MEMBERS)
    public Response list(@Context ContainerRequestContext request, @PathParam("member") AccountId member) {
        return list(request, 200, member, DelegationForm.empty(today(request)), Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.MEMBERS)
    public Response delegate(
            @Context ContainerRequestContext request,
            @PathParam("member") AccountId member,
            MultivaluedMap<String, String> typed) {
        DelegationForm form = DelegationForm.of(typed);
        Errors errors = delegate.apply(Principal.of(request), member, form);
        return errors.isEmpty()
                ? platform.pages().seeOther(path(member), "account.done.delegated")
                : list(request, 422, member, form, errors);
    }

    @POST
    @Path("/{delegation}/end")
    @Allowed(Permission.MEMBERS)
    public Response end(
            @Context ContainerRequestContext request,
            @PathParam("member") AccountId member,
            @PathParam("delegation") DelegationId id) {
        end.apply(Principal.of(request), member, id);
        return platform.pages().seeOther(path(member), "account.done.delegation-ended");
    }

    /** One page to print and sign. */
    @GET
    @Path("/{delegation}")
    @Allowed(Permission.MEMBERS)
    public Response act(
            @Context ContainerRequestContext request,
            @PathParam("member") AccountId member,
            @PathParam("delegation") DelegationId id) {
        Principal reader = Principal.of(request);
        Delegation shown = show.apply(reader.organisation(), member, id);
        return platform.pages().show(request, "account/delegation", new ActPage(shown, reader.place(), today(request)));
    }

    private Response list(
            ContainerRequestContext request, int status, AccountId member, DelegationForm form, Errors errors) {
        ListDelegations.Listed listed = list.apply(Principal.of(request), member);
        DelegationsPage page = new DelegationsPage(path(member), listed, today(request), form, errors);
        return platform.pages().show(request, status, "account/delegations", page);
    }

    private LocalDate today(ContainerRequestContext request) {
        return Principal.of(request).zone().today(platform.clock());
    }

    private static String path(AccountId member) {
        return "/app/members/" + member + "/delegations";
    }

    /** What was lent to a member, and the form of a new delegation. */
    public record DelegationsPage(
            String path, ListDelegations.Listed listed, LocalDate today, DelegationForm form, Errors errors) {
        public String rights(PageContext context, Delegation delegation) {
            return RightsPages.words(context, delegation.rights());
        }
    }

    /**
     * The act on paper.
     *
     * @param place the name of the organisation
     */
    public record ActPage(Delegation delegation, String place, LocalDate today) {}
}
