package fr.badgesiae.api.observation.space;

import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.observation.content.Objection;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists what was seen of a holder, the newest first, by pages. */
public final class ListSeen {
    static final int PAGE = 20;

    private final Platform platform;

    ListSeen(Platform platform) {
        this.platform = platform;
    }

    /**
     * What somebody saw.
     *
     * @param language of the badge's words
     * @param objection what the holder said of it, or null
     */
    public record Seen(
            ObservationId id,
            String organisation,
            String badge,
            String language,
            List<String> tasks,
            Manner manner,
            String note,
            String seenBy,
            LocalDate seenOn,
            boolean photo,
            @Nullable Objection objection) {}

    /** @param next the last one of this page, when another page follows */
    record Found(List<Seen> seen, Optional<ObservationId> next) {}

    /** @param before the last one of the page before; null for the first page */
    Found apply(HolderId holder, @Nullable ObservationId before) {
        List<Seen> rows = platform
                .database()
                .inHolder(
                        holder,
                        handle -> handle.attach(SpaceDao.class).seen(before == null ? null : before.value(), PAGE + 1))
                .stream()
                .map(ListSeen::read)
                .toList();
        return new Found(
                rows.stream().limit(PAGE).toList(),
                rows.size() > PAGE ? Optional.of(rows.get(PAGE - 1).id()) : Optional.empty());
    }

    private static Seen read(SpaceDao.SeenRow row) {
        return new Seen(
                new ObservationId(row.id()),
                row.organisation(),
                row.badge(),
                row.language(),
                row.tasks(),
                row.manner(),
                row.note(),
                row.seenBy(),
                row.seenOn(),
                row.photo(),
                row.objection());
    }
}
