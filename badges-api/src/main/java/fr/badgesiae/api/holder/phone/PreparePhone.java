package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.passkey.Passkeys;
import fr.badgesiae.api.platform.db.Database;

/**
 * Lets this session add a phone, within minutes. The PIN is required: the device may be somebody else's, and a phone opens the
 * space for long.
 */
final class PreparePhone {
    private final Database database;
    private final PinProof check;
    private final Passkeys passkeys;

    PreparePhone(Database database, PinProof check, Passkeys passkeys) {
        this.database = database;
        this.check = check;
        this.passkeys = passkeys;
    }

    enum Result {
        READY,
        WRONG,
        LATER,
        /** There are {@value RegisterPhone#MOST} already. */
        FULL
    }

    /** @param options for {@code navigator.credentials.create}, as JSON; empty unless ready */
    record Prepared(Result result, String options) {}

    Prepared apply(HolderPrincipal by, String pin, PhoneName name) {
        PinProof.Compared compared = check.compare(by.holder(), pin);
        return switch (compared.result()) {
            case MATCHES -> prepare(by, compared, name);
            case WRONG -> new Prepared(Result.WRONG, "");
            case LATER -> new Prepared(Result.LATER, "");
        };
    }

    private Prepared prepare(HolderPrincipal by, PinProof.Compared compared, PhoneName name) {
        return database.inHolder(by.holder(), handle -> {
            if (!compared.inForce().test(handle)) {
                return new Prepared(Result.WRONG, "");
            }
            if (passkeys.count(handle, by.holder()) >= RegisterPhone.MOST) {
                return new Prepared(Result.FULL, "");
            }
            return new Prepared(Result.READY, passkeys.startRegistration(handle, by, name.text()));
        });
    }
}
