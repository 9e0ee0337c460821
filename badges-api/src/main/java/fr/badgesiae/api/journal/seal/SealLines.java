package fr.badgesiae.api.journal.seal;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Seals the lines since the last round: a head for each owner that has some. The job runs on every node; the first to lock the end
 * of the seal makes the round, the others find it made. A line belongs to the round after its commit, whatever its id, and the lines
 * of a transaction that began before a running one wait for it.
 */
final class SealLines {
    static final int MOST = 10_000;

    /** The job runs each minute; a round as young as this was made by another node. */
    private static final Duration APART = Duration.ofSeconds(50);

    private final Database database;
    private final Clock clock;
    private final Digests digests;
    private final int most;

    SealLines(Platform platform, Digests digests, int most) {
        this.database = platform.database();
        this.clock = platform.clock();
        this.digests = digests;
        this.most = most;
    }

    /** Makes the next round, and more of them where lines are left. */
    void apply() {
        boolean more = round(false);
        while (more) {
            more = round(true);
        }
    }

    private boolean round(boolean continued) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.inPublic(handle -> {
            SealDao dao = handle.attach(SealDao.class);
            Optional<SealDao.TipRow> tip = dao.lockTip()
                    .filter(end -> continued || !now.isBefore(end.updatedAt().plus(APART)));
            return tip.isPresent() && round(dao, tip.get(), now);
        });
    }

    /** @return whether lines may be left */
    private boolean round(SealDao dao, SealDao.TipRow tip, Instant now) {
        SealDao.RunningRow running = dao.running();
        List<SealedLine> lines = dao.toSeal(tip.untilXact(), tip.untilId(), most);
        boolean more = lines.size() == most;
        boolean reached = !more && running.oldest() >= tip.targetXact();
        SealDao.TipRow end = lines.isEmpty() ? tip : seal(dao, tip, lines, now);
        dao.moveTip(new SealDao.TipRow(
                end.round(),
                end.untilXact(),
                end.untilId(),
                end.digest(),
                reached ? running.next() : tip.targetXact(),
                reached ? now : tip.targetAt(),
                reached ? tip.targetAt() : tip.sealedUntil(),
                now));
        return more;
    }

    private SealDao.TipRow seal(SealDao dao, SealDao.TipRow tip, List<SealedLine> lines, Instant now) {
        Map<UUID, List<SealedLine>> byOwner = new TreeMap<>(Comparator.comparing(UUID::toString));
        lines.forEach(line -> byOwner.computeIfAbsent(line.owner(), owner -> new ArrayList<>())
                .add(line));
        long number = tip.round() + 1;
        List<SealDao.NewHead> heads = heads(dao, byOwner, number, now);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        heads.forEach(head -> joined.writeBytes(head.digest()));
        byte[] previous =
                tip.round() == 0 ? Digests.NONE : dao.digest(tip.round()).orElse(Digests.NONE);
        List<UUID> owners = List.copyOf(byOwner.keySet());
        byte[] digest = digests.round(number, now, owners, joined.toByteArray(), previous);
        SealedLine last = lines.get(lines.size() - 1);
        dao.insertRound(number, owners.toArray(UUID[]::new), last.xact(), last.id(), previous, digest, now);
        dao.insertHeads(heads);
        return new SealDao.TipRow(
                number,
                last.xact(),
                last.id(),
                digests.tip(number, digest),
                tip.targetXact(),
                tip.targetAt(),
                tip.sealedUntil(),
                now);
    }

    private List<SealDao.NewHead> heads(SealDao dao, Map<UUID, List<SealedLine>> byOwner, long round, Instant now) {
        Map<UUID, SealDao.LatestRow> latest = new HashMap<>();
        dao.latest(byOwner.keySet().toArray(UUID[]::new)).forEach(head -> latest.put(head.owner(), head));
        List<SealDao.NewHead> heads = new ArrayList<>();
        byOwner.forEach((owner, lines) -> {
            SealDao.LatestRow before = latest.get(owner);
            byte[] previous = before == null ? Digests.NONE : before.digest();
            long number = before == null ? 1 : before.number() + 1;
            Digests.Content content = digests.content(lines);
            heads.add(new SealDao.NewHead(
                    owner.equals(SealDao.NOBODY) ? null : owner,
                    round,
                    number,
                    content.lines(),
                    HexFormat.of().parseHex(content.linesDigest()),
                    content.signIns(),
                    HexFormat.of().parseHex(content.signInsDigest()),
                    content.oldestAt(),
                    previous,
                    digests.head(owner, round, number, content, previous),
                    now));
        });
        return heads;
    }
}
