package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.passkey.Passkeys;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.limits.PinThrottle;
import fr.badgesiae.api.platform.limits.RequestBudget;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Opens the holder's space with a phone of theirs. */
final class OpenWithPhone {
    private final Database database;
    private final Vault vault;
    private final Audit audit;
    private final PhoneVisits visits;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final PinThrottle throttle;
    private final RequestBudget misses;

    OpenWithPhone(Platform platform, PhoneVisits visits, Passkeys passkeys, Sessions sessions) {
        this.database = platform.database();
        this.vault = platform.vault();
        this.audit = platform.audit();
        this.throttle = platform.throttles().pins();
        this.misses = platform.throttles().misses();
        this.visits = visits;
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    /** What an attempt led to. */
    enum Result {
        OPENED,
        /** Whatever was wrong: an unknown phone is as wrong as a removed one. */
        WRONG,
        /** Too many wrong ones lately. */
        LATER
    }

    /** @param session of the holder; empty unless opened */
    record Outcome(Result result, Optional<OpenedSession> session) {
        private static Outcome refused(Result result) {
            return new Outcome(result, Optional.empty());
        }
    }

    /**
     * Checks the answer of a phone. One that names no phone uses the budget of misses; a wrong one of a known phone counts as a
     * wrong PIN of its card does.
     *
     * @param visit of the browser that asked
     * @param answer of {@code navigator.credentials.get}, as JSON
     */
    Outcome apply(String visit, String answer, Client client) {
        Optional<Passkeys.Presented> presented = passkeys.present(visit, answer);
        if (presented.isEmpty()) {
            return Outcome.refused(misses.trySpend(client) ? Result.WRONG : Result.LATER);
        }
        byte[] secret =
                vault.lookup("passkey.throttle", presented.get().passkey().toString());
        PinThrottle.Try guess = new PinThrottle.Try(secret, null, client, false);
        if (!throttle.allows(guess)) {
            return Outcome.refused(Result.LATER);
        }
        HolderId holder = presented.get().holder();
        Outcome outcome = database.inHolder(holder, handle -> {
            handle.attach(PhoneDao.class).lock(holder.value());
            return open(handle, presented.get());
        });
        if (outcome.session().isEmpty()) {
            throttle.failed(guess);
        }
        return outcome;
    }

    private Outcome open(Handle handle, Passkeys.Presented presented) {
        HolderId holder = presented.holder();
        Passkeys.Outcome checked = passkeys.finishAssertion(handle, presented);
        if (checked instanceof Passkeys.Proven proven) {
            visits.openedByPhone(handle, holder, proven.name());
            return new Outcome(
                    Result.OPENED,
                    Optional.of(sessions.openHolder(
                            handle, holder, presented.passkey().value(), proven.ownDevice())));
        }
        if (checked instanceof Passkeys.WentBack copy) {
            visits.phoneRefused(handle, holder, copy.name());
            audit.record(
                    handle,
                    new AuditEvent(
                            Actor.holder(holder),
                            PhoneAudit.HOLDER_PHONE_REFUSED,
                            presented.passkey().value()));
        }
        return Outcome.refused(Result.WRONG);
    }
}
