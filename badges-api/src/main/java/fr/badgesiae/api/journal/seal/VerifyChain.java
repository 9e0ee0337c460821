package fr.badgesiae.api.journal.seal;

import fr.badgesiae.api.platform.personal.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares the lines of one owner with its heads, in one pass over both. */
final class VerifyChain {
    /** A line has the time of its act and waits for its transaction; a node that stops leaves no line. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    private final Digests digests;
    private final UUID owner;
    private final SealDao.TipRow tip;
    private final boolean truncated;
    private final Instant now;
    private final @Nullable Instant lastAt;
    private final Iterator<SealedLine> rest;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable SealedLine next;
    private long heads;
    private long lines;
    private long forgotten;

    /**
     * @param truncated whether rounds past their time are gone
     * @param lastAt when the last round was made; null without rounds
     * @param rest the lines in the order of rounds
     */
    VerifyChain(
            Digests digests,
            UUID owner,
            SealDao.TipRow tip,
            boolean truncated,
            Instant now,
            @Nullable Instant lastAt,
            Iterator<SealedLine> rest) {
        this.digests = digests;
        this.owner = owner;
        this.tip = tip;
        this.truncated = truncated;
        this.now = now;
        this.lastAt = lastAt;
        this.rest = rest;
        step();
    }

    private void step() {
        next = rest.hasNext() ? rest.next() : null;
    }

    /** @param sealed the heads in their order */
    SealReport.Chain apply(Iterator<SealedHead> sealed) {
        SealedHead before = null;
        while (sealed.hasNext()) {
            SealedHead head = sealed.next();
            link(before, head);
            List<SealedLine> there = until(head.untilXact(), head.untilId());
            compare(head, there);
            backdated(there, head.round(), head.createdAt(), head.after());
            heads++;
            before = head;
        }
        int added = until(tip.untilXact(), tip.untilId()).size();
        if (added > 0) {
            findings.add(new Finding(Finding.Kind.LINES_ADDED, 0, null, 0, added));
        }
        List<SealedLine> left = until(Long.MAX_VALUE, Long.MAX_VALUE);
        backdated(left, 0, null, lastAt);
        long waiting = left.size();
        return new SealReport.Chain(owner, heads, lines, forgotten, waiting, findings);
    }

    private List<SealedLine> until(long xact, long id) {
        List<SealedLine> taken = new ArrayList<>();
        for (SealedLine line = next; line != null && line.upTo(xact, id); line = next) {
            taken.add(line);
            step();
        }
        return taken;
    }

    private void link(@Nullable SealedHead before, SealedHead head) {
        boolean first = before == null && (truncated || head.number() == 1);
        boolean follows = before != null
                && head.number() == before.number() + 1
                && Arrays.equals(head.previous(), before.digest());
        if (!first && !follows) {
            long missing = head.number() - (before == null ? 0 : before.number());
            findings.add(Finding.of(Finding.Kind.HEAD_REMOVED, head, missing, 1));
        }
        Digests.Content said = Digests.Content.of(head);
        if (!Arrays.equals(head.digest(), digests.head(owner, head.round(), head.number(), said, head.previous()))) {
            findings.add(Finding.of(Finding.Kind.HEAD_CHANGED, head, 1, 1));
        }
    }

    private void compare(SealedHead head, List<SealedLine> there) {
        Digests.Content content = digests.content(there);
        compare(head, head.lines(), content.lines(), content.sameLines(head), Retention.JOURNAL_YEARS * 12);
        compare(head, head.signIns(), content.signIns(), content.sameSignIns(head), Retention.SIGN_IN_MONTHS);
    }

    private void compare(SealedHead head, int sealed, int there, boolean same, int months) {
        if (same) {
            lines += there;
        } else if (there < sealed && due(reference(head), months)) {
            forgotten += sealed - there;
        } else if (there < sealed) {
            findings.add(Finding.of(Finding.Kind.LINES_REMOVED, head, sealed, there));
        } else {
            Finding.Kind kind = there > sealed ? Finding.Kind.LINES_ADDED : Finding.Kind.LINES_CHANGED;
            findings.add(Finding.of(kind, head, sealed, there));
        }
    }

    /** A line whose transaction ended before the round before was made would be sealed there. */
    private void backdated(List<SealedLine> there, long round, @Nullable Instant made, @Nullable Instant after) {
        long found = there.stream()
                .filter(line -> line.xact() > 0 && isBackdated(line.createdAt(), after))
                .count();
        if (found > 0) {
            findings.add(new Finding(Finding.Kind.LINES_BACKDATED, round, made, 0, found));
        }
    }

    private static boolean isBackdated(Instant at, @Nullable Instant after) {
        return after != null && at.isBefore(after.minus(LONGEST_TRANSACTION));
    }

    /** The time by which lines may be gone: an old line that was planted excuses none of the others. */
    private static Instant reference(SealedHead head) {
        boolean planted = head.untilXact() > 0 && isBackdated(head.oldestAt(), head.after());
        return planted ? head.createdAt() : head.oldestAt();
    }

    private boolean due(Instant oldest, int months) {
        return oldest.isBefore(now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant());
    }
}
