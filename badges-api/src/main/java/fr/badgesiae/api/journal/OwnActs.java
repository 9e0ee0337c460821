package fr.badgesiae.api.journal;

import fr.badgesiae.api.platform.html.PageContext;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What concerns a holder, for their own eyes: their acts, and those of organisations on their file and badges. */
public final class OwnActs {
    /**
     * A line in words for its holder.
     *
     * @param organisation who acted, or null for the holder's own acts
     * @param badge its name, or null
     */
    public record Line(
            Instant at,
            String code,
            @Nullable String organisation,
            @Nullable String badge) {
        public String text(PageContext context) {
            return OwnActs.text(context, code, organisation, badge);
        }
    }

    /** The latest lines, in a transaction of the holder. */
    public List<Line> latest(Handle handle, int most) {
        return handle.attach(JournalDao.class).own(Act.ofHolder(), most).stream()
                .map(row -> new Line(row.createdAt(), row.code(), row.organisation(), row.badge()))
                .toList();
    }

    /** The sentence for an audit code. */
    public static String text(PageContext context, String code, @Nullable String organisation, @Nullable String badge) {
        return context.t(
                "journal.easy." + code,
                organisation == null ? context.t("journal.easy.organisation") : organisation,
                badge == null ? context.t("journal.something") : context.t("journal.named", badge));
    }
}
