package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.holder.access.SpaceNotice;
import fr.badgesiae.api.holder.access.SpaceNotices;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.share.link.Share;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reads a holder's badges, each with the number of links that show it, and what they are told. */
public final class ListBadges {
    private final Database database;
    private final Clock clock;
    private final SpaceNotices notices;

    public ListBadges(Database database, Clock clock, SpaceNotices notices) {
        this.database = database;
        this.clock = clock;
        this.notices = notices;
    }

    /**
     * One badge of the list.
     *
     * @param openLinks how many links show it now
     * @param copies that are in wallets or on paper now
     * @param expired whether it is past its end
     * @param corrected whether it shows a corrected name since a short time
     * @param rewritten whether it has a corrected text since a short time
     */
    record Line(HeldBadge badge, int openLinks, int copies, boolean expired, boolean corrected, boolean rewritten) {}

    /**
     * The badges, newest first, and the notice above them.
     *
     * @param openLinks how many links show one or several now
     * @param hidden whether all links were stopped together, and can be restarted together
     * @param several whether there is a link to several, open or not
     * @param contact whether the holder gave an address or a number
     */
    record Listed(
            List<Line> badges, int openLinks, boolean hidden, boolean several, boolean contact, SpaceNotice notice) {}

    Listed apply(HolderId holder) {
        Instant now = clock.instant();
        return database.inHolder(holder, handle -> {
            HeldBadgeDao dao = handle.attach(HeldBadgeDao.class);
            List<ListedBadgeRow> rows = dao.list(holder.value(), now, now.minus(Share.UNDO));
            return new Listed(
                    rows.stream().map(row -> line(row, now)).toList(),
                    rows.isEmpty() ? 0 : rows.get(0).allOpen(),
                    !rows.isEmpty() && rows.get(0).allHidden(),
                    !rows.isEmpty() && rows.get(0).several(),
                    rows.isEmpty()
                            ? dao.hasContact(holder.value(), now)
                            : rows.get(0).contact(),
                    notices.read(handle));
        });
    }

    private static Line line(ListedBadgeRow row, Instant now) {
        HeldBadge badge = row.badge().badge();
        return new Line(
                badge,
                row.openLinks(),
                row.copies(),
                badge.expired(now),
                badge.newlyCorrected(now),
                badge.newlyRewritten(now));
    }
}
