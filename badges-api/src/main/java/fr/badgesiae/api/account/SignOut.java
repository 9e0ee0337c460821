package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;

/** Writes the audit line of a member who signs out. The caller closes the session and clears its cookie. */
final class SignOut {
    private final Platform platform;

    SignOut(Platform platform) {
        this.platform = platform;
    }

    void apply(Principal member) {
        platform.database().inOrganisation(member.organisation(), handle -> {
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    member.organisation(),
                                    Actor.account(member.account()),
                                    AccountAudit.SIGNED_OUT,
                                    member.account().value()));
            return true;
        });
    }
}
