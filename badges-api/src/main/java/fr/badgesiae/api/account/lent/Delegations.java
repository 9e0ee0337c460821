package fr.badgesiae.api.account.lent;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Rights.Right;
import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Delegations as acts on members see them, in their transaction. */
public final class Delegations {
    private static final String[] NOTHING = {};

    private Delegations() {}

    /** Ends what a member lends and has not any more: everything, once they do not manage. */
    public static void endBeyond(
            Handle handle, OrganisationId organisation, AccountId lender, Set<Right> kept, Instant now) {
        String[] rights =
                kept.contains(Right.MANAGE) ? kept.stream().map(Enum::name).toArray(String[]::new) : NOTHING;
        handle.attach(LentDao.class).endGivenBy(organisation.value(), lender.value(), rights, now);
    }

    /** Ends what a member who leaves lends and was lent. */
    public static void endOf(Handle handle, OrganisationId organisation, AccountId member, Instant now) {
        endBeyond(handle, organisation, member, Set.of(), now);
        handle.attach(LentDao.class).endGivenTo(organisation.value(), member.value(), now);
    }
}
