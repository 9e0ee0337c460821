package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** The team, kept by its administrators. */
@Path("/app/members")
@Produces(MediaType.TEXT_HTML)
public final class MemberPages {
    private static final int PAGE = 50;

    private final Platform platform;
    private final ManageMembers members;

    public MemberPages(Platform platform, ManageMembers members) {
        this.platform = platform;
        this.members = members;
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response list(@Context ContainerRequestContext request, @QueryParam("after") AccountId after) {
        return show(request, 200, after, "", Errors.none());
    }

    @POST
    @Path("/invitations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.ORGANISATION)
    public Response invite(
            @Context ContainerRequestContext request,
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("role") @DefaultValue("") String role) {
        Principal by = Principal.of(request);
        String who = label.strip();
        Errors errors = Errors.none();
        if (who.isEmpty() || who.length() > 200) {
            errors = errors.with("label", "account.error.label");
        }
        if (!role.equals(Role.COUNSELLOR.name()) && !role.equals(Role.ORG_ADMIN.name())) {
            errors = errors.with("role", "account.error.role");
        }
        if (!errors.isEmpty()) {
            return show(request, 422, null, who, errors);
        }
        String address = members.invite(by.organisation(), by.account(), Role.valueOf(role), who);
        return link(request, "join", address);
    }

    @POST
    @Path("/invitations/{invitation}/cancel")
    @Allowed(Permission.ORGANISATION)
    public Response cancel(@Context ContainerRequestContext request, @PathParam("invitation") InvitationId invitation) {
        Principal by = Principal.of(request);
        members.cancelInvitation(by.organisation(), by.account(), invitation.value());
        return platform.pages().seeOther("/app/members");
    }

    @POST
    @Path("/{member}/password-link")
    @Allowed(Permission.ORGANISATION)
    public Response password(@Context ContainerRequestContext request, @PathParam("member") AccountId member) {
        Principal by = Principal.of(request);
        return link(request, "password", members.resetLink(by.organisation(), by.account(), member));
    }

    @POST
    @Path("/{member}/deactivate")
    @Allowed(Permission.ORGANISATION)
    public Response deactivate(@Context ContainerRequestContext request, @PathParam("member") AccountId member) {
        Principal by = Principal.of(request);
        return members.deactivate(by.organisation(), by.account(), member)
                ? platform.pages().seeOther("/app/members")
                : show(request, 422, null, "", Errors.of("", "account.error.last-admin"));
    }

    private Response link(ContainerRequestContext request, String kind, String address) {
        LinkPage page = new LinkPage(kind, address, platform.clock().instant().plus(Links.JOIN_LIFE), "/app/members");
        return platform.pages().show(request, "account/link", page);
    }

    private Response show(ContainerRequestContext request, int status, AccountId after, String label, Errors errors) {
        Principal by = Principal.of(request);
        OrganisationId here = by.organisation();
        MembersPage page = platform.database().inOrganisation(here, handle -> {
            List<MemberRow> rows =
                    handle.attach(MemberDao.class).page(here.value(), after == null ? null : after.value(), PAGE + 1);
            List<MembersPage.Invitation> open =
                    handle
                            .attach(LinkDao.class)
                            .open(here.value(), platform.clock().instant())
                            .stream()
                            .map(row -> new MembersPage.Invitation(
                                    row.id().toString(), row.label(), row.role(), row.endsAt()))
                            .toList();
            String next = rows.size() <= PAGE
                    ? null
                    : "/app/members?after=" + rows.get(PAGE - 1).id();
            return new MembersPage(
                    rows.stream().limit(PAGE).map(row -> member(row, by)).toList(), open, label, errors, next);
        });
        return platform.pages().show(request, status, "account/members", page);
    }

    private static MembersPage.Member member(MemberRow row, Principal by) {
        boolean self = row.id().equals(by.account().value());
        return new MembersPage.Member(
                row.id().toString(), row.displayName(), row.login(), row.role(), row.active(), self);
    }

    /**
     * A link just made, shown this once.
     *
     * @param kind {@code join} or {@code password}
     * @param back where the administrator came from
     */
    public record LinkPage(String kind, String address, Instant ends, String back) {}

    /**
     * The members of an organisation and the links still open.
     *
     * @param next the path of the next page, or null
     */
    public record MembersPage(
            List<Member> members, List<Invitation> invitations, String label, Errors errors, String next) {
        /**
         * @param self whether it is who is looking
         */
        public record Member(String id, String name, String login, String role, boolean active, boolean self) {}

        /** A link nobody has used yet. */
        public record Invitation(String id, String label, String role, Instant ends) {}
    }
}
