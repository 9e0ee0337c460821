package fr.badgesiae.api.credential.successor;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.statuslist.StatusLists;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Replaces a badge in the transaction that releases what renews it: its bits are set, and its links lead to the new badge. A
 * badge that was revoked meanwhile stays so.
 */
public final class ReplaceRenewed {
    private final StatusLists statusLists;
    private final Clock clock;

    public ReplaceRenewed(StatusLists statusLists, Clock clock) {
        this.statusLists = statusLists;
        this.clock = clock;
    }

    /**
     * Replaces it.
     *
     * @param fresh the edition that is released
     * @param award that is renewed
     * @param renewed the edition that it renews, or what was in its place when the offer was accepted
     * @return the badge as it was accepted, where it is replaced now
     */
    public Optional<UUID> apply(Handle handle, OrganisationId organisation, UUID fresh, UUID award, UUID renewed) {
        ReplacementDao dao = handle.attach(ReplacementDao.class);
        UUID tenant = organisation.value();
        Instant now = clock.instant();
        if (dao.dropPrepared(award, tenant) > 0) {
            givenUp(handle, organisation, award);
        }
        UUID standing = dao.standing(renewed);
        Optional<ReplacementDao.ReplacedRow> shown = dao.replace(standing, tenant, now);
        if (shown.isPresent()) {
            dao.follow(standing, fresh);
        }
        List<ReplacementDao.ReplacedRow> replaced = new ArrayList<>(dao.replaceOthers(award, tenant, now));
        shown.ifPresent(replaced::add);
        end(handle, organisation, replaced);
        return replaced.stream()
                .filter(row -> row.edition() == 1)
                .map(ReplacementDao.ReplacedRow::id)
                .findFirst();
    }

    /**
     * Ends what waited in the award of before for an edition of this one that will not be signed: a link would show it for ever.
     * Without effect while this award is not released, since the badge of before is in force.
     */
    public void givenUp(Handle handle, OrganisationId organisation, UUID award) {
        ReplacementDao dao = handle.attach(ReplacementDao.class);
        dao.before(award, organisation.value())
                .ifPresent(before ->
                        end(handle, organisation, dao.replaceOthers(before, organisation.value(), clock.instant())));
    }

    private void end(Handle handle, OrganisationId organisation, List<ReplacementDao.ReplacedRow> replaced) {
        statusLists.set(
                handle,
                organisation,
                replaced.stream().map(ReplacementDao.ReplacedRow::place).toList());
    }
}
