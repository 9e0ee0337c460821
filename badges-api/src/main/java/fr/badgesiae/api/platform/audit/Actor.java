package fr.badgesiae.api.platform.audit;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The author of an audited act.
 *
 * @param kind the kind of the id
 * @param id the account, holder or offer; null for the system
 */
public record Actor(Kind kind, @Nullable UUID id) {
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    /** The kinds of actors. */
    public enum Kind {
        ACCOUNT,
        HOLDER,
        SLIP,
        SYSTEM
    }

    public static Actor account(AccountId account) {
        return new Actor(Kind.ACCOUNT, account.value());
    }

    public static Actor holder(HolderId holder) {
        return new Actor(Kind.HOLDER, holder.value());
    }

    /** The person who gave the slip of this offer and its PIN. */
    public static Actor slip(UUID offer) {
        return new Actor(Kind.SLIP, offer);
    }
}
