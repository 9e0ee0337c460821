package fr.badgesiae.api.organisation.membership;

import fr.badgesiae.api.platform.OrganisationId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Memberships as other features may see them. */
public final class Memberships {
    private Memberships() {}

    /** The networks of an organisation now and on the day of an award; in a transaction on behalf of that organisation. */
    public static Affiliation on(Handle handle, OrganisationId organisation, LocalDate awarded) {
        List<Membership> all = handle.attach(MembershipDao.class).of(organisation.value());
        return new Affiliation(
                first(all, each -> each.endedOn() == null), first(all, each -> covers(each, awarded)), awarded, true);
    }

    private static boolean covers(Membership membership, LocalDate day) {
        LocalDate ended = membership.endedOn();
        return !membership.since().isAfter(day) && (ended == null || !ended.isBefore(day));
    }

    private static @Nullable Membership first(List<Membership> all, Predicate<Membership> which) {
        return all.stream().filter(which).findFirst().orElse(null);
    }
}
