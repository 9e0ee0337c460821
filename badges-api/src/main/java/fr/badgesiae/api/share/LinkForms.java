package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The forms of a link, to one badge or to several: they change it, stop it, bring it back, and name the networks behind it. */
public final class LinkForms {
    private final Platform platform;
    private final ChangeLink change;
    private final SwitchOffLink switchOff;
    private final SwitchOnLink switchOn;
    private final ShowNetwork showNetwork;

    LinkForms(
            Platform platform,
            ChangeLink change,
            SwitchOffLink switchOff,
            SwitchOnLink switchOn,
            ShowNetwork showNetwork) {
        this.platform = platform;
        this.change = change;
        this.switchOff = switchOff;
        this.switchOn = switchOn;
        this.showNetwork = showNetwork;
    }

    /**
     * A link as its forms take it.
     *
     * @param path of its page in the space
     * @param ends the instant from which it shows nothing
     * @param switchedOff the instant at which its holder switched it off, or null
     */
    public record Link(
            UUID id,
            String path,
            String label,
            Instant ends,
            @Nullable Instant switchedOff) {}

    /**
     * Shows the form that changes a link.
     *
     * @throws ProblemException NOT_FOUND for one that was switched off: it is switched on first
     */
    public Response changing(PageContext context, Link link) {
        String days = open(link) ? "" : Integer.toString(ShareBadge.DEFAULT_DAYS);
        return form(context, 200, link, link.label(), days, Errors.none());
    }

    /**
     * Changes a link.
     *
     * @param days from now, or empty to keep the end of an open link
     * @throws ProblemException as {@link #changing}
     */
    public Response change(ContainerRequestContext request, PageContext context, Link link, String label, String days) {
        boolean keeps = open(link) && days.isEmpty();
        Errors errors = ShareBadge.check(label, keeps ? "1" : days);
        if (!errors.isEmpty()) {
            return form(context, 422, link, label, days, errors);
        }
        change.apply(
                HolderPrincipal.of(request).holder(), link.id(), label.strip(), keeps ? null : Integer.valueOf(days));
        return platform.pages().seeOther(link.path(), "holder.done.link-changed");
    }

    /** Whether it shows something; otherwise it has ended. One that was switched off has no form. */
    private boolean open(Link link) {
        if (link.switchedOff() != null) {
            throw ProblemException.notFound();
        }
        return platform.clock().instant().isBefore(link.ends());
    }

    private Response form(PageContext context, int status, Link link, String label, String days, Errors errors) {
        ShareLinkPages.Change page =
                new ShareLinkPages.Change(link.path(), open(link) ? link.ends() : null, label, days, errors);
        return platform.pages().show(context, status, "share/change", page);
    }

    /** @param path of the link's page in the space */
    public Response off(ContainerRequestContext request, UUID link, String path) {
        switchOff.apply(HolderPrincipal.of(request).holder(), link);
        return platform.pages().seeOther(path);
    }

    /** @param path of the link's page in the space */
    public Response on(ContainerRequestContext request, UUID link, String path) {
        switchOn.apply(HolderPrincipal.of(request).holder(), link);
        return platform.pages().seeOther(path);
    }

    /**
     * @param path of the link's page in the space
     * @param shown whether the pages behind the link name the networks of the organisations
     */
    public Response network(ContainerRequestContext request, UUID link, String path, boolean shown) {
        showNetwork.apply(HolderPrincipal.of(request).holder(), link, shown);
        return platform.pages().seeOther(path);
    }
}
