package fr.badgesiae.api.account.lent;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Rights.Right;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Delegations as acts on members see them, in their transaction. */
public final class Delegations {
    private static final String[] NOTHING = {};

    private Delegations() {}

    /**
     * Ends what a member lends and has not any more: everything, once they do not manage.
     *
     * @return to whom it was lent, for the journal
     */
    public static Set<UUID> endBeyond(
            Handle handle, OrganisationId organisation, AccountId lender, Set<Right> kept, Instant now) {
        String[] rights =
                kept.contains(Right.MANAGE) ? kept.stream().map(Enum::name).toArray(String[]::new) : NOTHING;
        return new TreeSet<>(
                handle.attach(LentDao.class).endGivenBy(organisation.value(), lender.value(), rights, now));
    }

    /**
     * Ends what a member who leaves lends and was lent.
     *
     * @return to whom it was lent, for the journal
     */
    public static Set<UUID> endOf(Handle handle, OrganisationId organisation, AccountId member, Instant now) {
        Set<UUID> ended = endBeyond(handle, organisation, member, Set.of(), now);
        if (handle.attach(LentDao.class).endGivenTo(organisation.value(), member.value(), now) > 0) {
            ended.add(member.value());
        }
        return ended;
    }
}
