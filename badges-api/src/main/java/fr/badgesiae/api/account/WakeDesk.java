package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.limits.SignInThrottle;
import java.util.Optional;

/** Checks the password of the member whose desk session sleeps on this device. The caller opens a new session. */
final class WakeDesk {
    private static final String PURPOSE = "wake";

    private final Platform platform;
    private final SignInThrottle throttle;

    WakeDesk(Platform platform, SignInThrottle throttle) {
        this.platform = platform;
        this.throttle = throttle;
    }

    enum Outcome {
        AWAKE,

        /** Wrong password, throttled, or no longer a member. */
        REFUSED
    }

    /** Two transactions: no connection is held while the password is hashed. */
    Outcome apply(Principal member, String password) {
        String key = member.account().toString();
        if (!throttle.allowed(PURPOSE, key)) {
            return Outcome.REFUSED;
        }
        Optional<AccountRow> account = platform.database()
                .inOrganisation(
                        member.organisation(),
                        handle -> handle.attach(AccountDao.class)
                                .active(
                                        member.account().value(),
                                        member.organisation().value()));
        boolean right = account.isPresent()
                && platform.passwords().matches(password, account.get().passwordHash());
        if (!right) {
            return Outcome.REFUSED;
        }
        throttle.succeeded(PURPOSE, key);
        platform.database().inOrganisation(member.organisation(), handle -> {
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    member.organisation(),
                                    Actor.account(member.account()),
                                    AccountAudit.DEVICE_TAKEN_BACK,
                                    member.account().value()));
            return true;
        });
        return Outcome.AWAKE;
    }
}
