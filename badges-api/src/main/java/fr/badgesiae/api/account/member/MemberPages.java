package fr.badgesiae.api.account.member;

import fr.badgesiae.api.account.lent.Lent;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Rights;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an organisation, for its administrators. */
@Path("/app/members")
@Produces(MediaType.TEXT_HTML)
public final class MemberPages {
    private final Platform platform;
    private final ListMembers list;
    private final InviteMember invite;
    private final CancelInvitation cancel;
    private final CreatePasswordLink passwordLink;

    public MemberPages(
            Platform platform,
            ListMembers list,
            InviteMember invite,
            CancelInvitation cancel,
            CreatePasswordLink passwordLink) {
        this.platform = platform;
        this.list = list;
        this.invite = invite;
        this.cancel = cancel;
        this.passwordLink = passwordLink;
    }

    @GET
    @Allowed(Permission.MEMBERS)
    public Response list(@Context ContainerRequestContext request, @QueryParam("after") @Nullable AccountId after) {
        return show(request, 200, after, "", "", Errors.none());
    }

    @POST
    @Path("/invitations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.MEMBERS)
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
        Optional<Role> preset = RightsChoice.preset(role);
        if (preset.isEmpty()) {
            errors = errors.with("role", "account.error.role");
        }
        if (!errors.isEmpty() || preset.isEmpty()) {
            return show(request, 422, null, who, role, errors);
        }
        String address = invite.apply(by.organisation(), by.account(), preset.get(), who);
        return link(request, "join", address);
    }

    @POST
    @Path("/invitations/{invitation}/cancel")
    @Allowed(Permission.MEMBERS)
    public Response cancel(@Context ContainerRequestContext request, @PathParam("invitation") InvitationId invitation) {
        Principal by = Principal.of(request);
        cancel.apply(by.organisation(), by.account(), invitation);
        return platform.pages().seeOther("/app/members", "account.done.link-cancelled");
    }

    @POST
    @Path("/{member}/password-link")
    @Allowed(Permission.MEMBERS)
    public Response password(@Context ContainerRequestContext request, @PathParam("member") AccountId member) {
        Principal by = Principal.of(request);
        return passwordLink
                .apply(by.organisation(), by.account(), member)
                .map(address -> link(request, "password", address))
                .orElseGet(() -> show(request, 409, null, "", "", Errors.of("", "account.error.elsewhere")));
    }

    private Response link(ContainerRequestContext request, String kind, String address) {
        LinkPage page = new LinkPage(kind, address, platform.clock().instant().plus(Links.LIFETIME), "/app/members");
        return platform.pages().show(request, "account/link", page);
    }

    private Response show(
            ContainerRequestContext request,
            int status,
            @Nullable AccountId after,
            String label,
            String role,
            Errors errors) {
        Principal by = Principal.of(request);
        ListMembers.Listed listed = list.apply(by, after);
        List<MembersPage.Line> members = listed.members().stream()
                .map(line -> member(line.member(), by, line.lent()))
                .toList();
        List<MembersPage.Invitation> invitations =
                listed.invitations().stream().map(MemberPages::invitation).toList();
        String next = !listed.more()
                ? null
                : "/app/members?after=" + members.get(members.size() - 1).id();
        MembersPage page = new MembersPage(members, invitations, label, role, errors, next);
        return platform.pages().show(request, status, "account/members", page);
    }

    private static MembersPage.Line member(Member member, Principal by, List<Lent> lent) {
        boolean self = member.id().equals(by.account().value());
        return new MembersPage.Line(
                member.id().toString(),
                member.displayName(),
                member.login(),
                member.role(),
                member.byHand() != null,
                member.rights().held(),
                member.active(),
                self,
                lent);
    }

    private static MembersPage.Invitation invitation(Link link) {
        return new MembersPage.Invitation(link.id().toString(), link.label(), link.joinRole(), link.endsAt());
    }

    /**
     * A new link, shown once.
     *
     * @param kind {@code join} or {@code password}
     * @param back the page to return to
     */
    public record LinkPage(String kind, String address, Instant ends, String back) {}

    /**
     * The members of an organisation and its open invitations.
     *
     * @param role the chosen preset of the invitation, or empty
     * @param next the path of the next page, or null
     */
    public record MembersPage(
            List<Line> members,
            List<Invitation> invitations,
            String label,
            String role,
            Errors errors,
            @Nullable String next) {
        /** The presets with their rights in words. */
        public Map<String, String> presets(PageContext context) {
            Map<String, String> presets = new LinkedHashMap<>();
            RightsChoice.PRESETS.forEach(preset -> presets.put(
                    preset.name(),
                    context.t(
                            "account.preset",
                            context.t("account.role." + preset),
                            RightsPages.words(context, preset.preset()))));
            return presets;
        }

        /**
         * @param byHand whether the rights are set by hand
         * @param self whether this is the reader
         * @param delegations what is or will be lent to them
         */
        public record Line(
                String id,
                String name,
                String login,
                Role role,
                boolean byHand,
                Set<Right> rights,
                boolean active,
                boolean self,
                List<Lent> delegations) {
            /** A delegation in words. */
            public String delegated(PageContext context, Lent delegation) {
                return context.t(
                        delegation.startsOn().equals(delegation.endsOn())
                                ? "account.delegation.line-day"
                                : "account.delegation.line",
                        RightsPages.words(context, delegation.rights()),
                        context.date(delegation.startsOn()),
                        context.date(delegation.endsOn()),
                        delegation.lender());
            }

            /** Whether they read the people of their teams alone. */
            public boolean limited() {
                return new Rights(false, rights).may(Permission.TEAM);
            }

            /** Role and rights in words. */
            public String rights(PageContext context) {
                String words = RightsPages.words(context, rights);
                return byHand
                        ? context.t("account.members.by-hand", context.t("account.role." + role), words)
                        : context.t("account.preset", context.t("account.role." + role), words);
            }
        }

        /** An open invitation. */
        public record Invitation(String id, String label, String role, Instant ends) {}
    }
}
