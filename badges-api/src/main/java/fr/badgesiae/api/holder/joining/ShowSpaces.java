package fr.badgesiae.api.holder.joining;

import fr.badgesiae.api.holder.joining.JoiningDao.ContentRow;
import fr.badgesiae.api.holder.joining.JoiningDao.Kind;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what is in both spaces, before they are joined. */
final class ShowSpaces {
    private final Platform platform;

    ShowSpaces(Platform platform) {
        this.platform = platform;
    }

    /**
     * Both spaces.
     *
     * @param here the open one
     * @param sameName whether every organisation of both writes the same name, but for case and accents
     */
    record Spaces(Space here, Space other, boolean sameName) {}

    /**
     * One space.
     *
     * @param badges newest first
     * @param names the holder's, as each organisation writes it
     * @param links open ones to one badge
     * @param portfolios open ones to several
     * @param inPublic badges that everybody can read
     * @param copies in wallets and on paper
     */
    record Space(List<Line> badges, List<Line> names, int links, int portfolios, int inPublic, int copies) {}

    /** A badge or a name, and whose it is. */
    record Line(String words, String organisation) {}

    /** Empty when the other card has to be shown again. */
    Optional<Spaces> apply(HolderPrincipal by, String sealed) {
        Instant now = platform.clock().instant();
        return OtherSpace.read(platform.vault(), by, sealed, now)
                .flatMap(other -> contents(other, now))
                .map(other -> both(contents(by.holder(), now), other));
    }

    /** Nothing of a space whose card was replaced since it was shown. */
    private Optional<List<ContentRow>> contents(OtherSpace other, Instant now) {
        return platform.database().inHolder(other.holder(), handle -> {
            JoiningDao dao = handle.attach(JoiningDao.class);
            UUID holder = other.holder().value();
            return dao.inForce(other.card(), holder, other.pinHash())
                    ? Optional.of(dao.contents(holder, now))
                    : Optional.empty();
        });
    }

    private List<ContentRow> contents(HolderId holder, Instant now) {
        return platform.database()
                .inHolder(holder, handle -> handle.attach(JoiningDao.class).contents(holder.value(), now));
    }

    private static Spaces both(List<ContentRow> here, List<ContentRow> other) {
        long names = Stream.concat(here.stream(), other.stream())
                .filter(row -> row.kind() == Kind.NAME)
                .map(ContentRow::folded)
                .distinct()
                .count();
        return new Spaces(space(here), space(other), names <= 1);
    }

    private static Space space(List<ContentRow> rows) {
        return new Space(
                lines(rows, Kind.BADGE),
                lines(rows, Kind.NAME),
                number(rows, Kind.LINKS),
                number(rows, Kind.PORTFOLIOS),
                number(rows, Kind.PUBLIC),
                number(rows, Kind.COPIES));
    }

    private static List<Line> lines(List<ContentRow> rows, Kind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .map(row -> new Line(row.words(), row.organisation()))
                .toList();
    }

    private static int number(List<ContentRow> rows, Kind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .mapToInt(row -> Integer.parseInt(row.words()))
                .sum();
    }
}
