package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The badges in one image, drawing or PDF. Every part (baked text, attached file, QR code) is read once; equal bytes count
 * once. Different badges are all reported and none is chosen. A part that repeats a badge, or leads to none, is a finding.
 */
final class ContainedBadges {
    /** The most different parts that are read. */
    static final int MAX_PARTS = 8;
    /** The most different files of a PDF that are read, and badges in them: a portfolio has a file for each badge. */
    static final int MAX_FILES = 40;

    /** A part, or one badge of a part that holds several. */
    private record Entry(List<Finding> places, ReadResult reading, boolean ofSeveral) {
        boolean isFetched() {
            return reading.findings().stream().anyMatch(finding -> FormatDetector.FETCHED.contains(finding.key()));
        }

        /** A badge, or a known form of one that is not examined; what an address leads to only when it is read. */
        boolean mayBeABadge() {
            boolean notExamined =
                    reading.outcome() == Outcome.INCONCLUSIVE && reading.kind() != InputKind.UNKNOWN && !isFetched();
            return ofSeveral || reading.credential().isPresent() || notExamined;
        }
    }

    private record Badge(Entry entry, Optional<BadgeIdentity> identity) {
        static Badge of(Entry entry) {
            ReadResult reading = entry.reading();
            return new Badge(entry, reading.credential().map(credential -> BadgeIdentity.of(reading, credential)));
        }

        boolean repeats(Badge earlier) {
            return identity.flatMap(own -> earlier.identity().map(own::repeats)).orElse(false);
        }
    }

    private final InputKind kind;
    private final int mostParts;
    private final int mostBadges;
    private final Set<String> digests = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Badge> badges = new ArrayList<>();
    private final List<Finding> others = new ArrayList<>();
    private boolean more;
    private boolean damaged;

    ContainedBadges(InputKind kind) {
        this(kind, MAX_PARTS, WrapperReader.MAX_CREDENTIALS);
    }

    private ContainedBadges(InputKind kind, int mostParts, int mostBadges) {
        this.kind = kind;
        this.mostParts = mostParts;
        this.mostBadges = mostBadges;
    }

    /** Those in the files of a PDF. */
    static ContainedBadges files() {
        return new ContainedBadges(InputKind.PDF, MAX_FILES, MAX_FILES);
    }

    /** Whether a reading holds a badge, or several. */
    static boolean holds(ReadResult reading) {
        return reading.credential().isPresent() || !reading.parts().isEmpty();
    }

    /** Reads a part, unless its bytes were read before or the limit is reached. */
    void add(byte[] content, List<Finding> places, Function<byte[], ReadResult> reader) {
        String digest = Sha256.hex(content);
        if (digests.contains(digest)) {
            others.addAll(other(places, "the same bytes"));
        } else if (digests.size() == mostParts) {
            more = true;
        } else {
            digests.add(digest);
            ReadResult reading = reader.apply(content);
            boolean several = !reading.parts().isEmpty();
            List<ReadResult> each = several ? reading.parts() : List.of(reading);
            each.forEach(one -> entries.add(new Entry(places, one, several)));
        }
    }

    /** @param parts whether further parts exist that are not read */
    void unread(boolean parts) {
        more |= parts;
    }

    /** @param part whether a part, or the whole file, is damaged */
    void damaged(boolean part) {
        damaged |= part;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The badge, or each of several, or the reason of the first part that leaves the question open, else of the first. */
    ReadResult result() {
        Iterator<Entry> sorted =
                entries.stream().sorted(Comparator.comparing(Entry::isFetched)).iterator();
        while (sorted.hasNext() && badges.size() <= mostBadges) {
            sort(sorted.next());
        }
        if (badges.isEmpty()) {
            return none();
        }
        if (badges.size() > mostBadges) {
            return ReadResult.inconclusive(kind, ReasonCode.FORMAT_TOO_MANY_BADGES.with(Integer.toString(mostBadges)));
        }
        ReadResult reading = (badges.size() == 1 ? placed(badges.get(0).entry()) : several()).with(others);
        reading = damaged ? reading.warning(ReasonCode.FORMAT_IMAGE_DAMAGED.with()) : reading;
        return more ? reading.warning(unreadParts()) : reading;
    }

    /** Whether a part is a badge, or may be one. After {@link #result()}. */
    boolean found() {
        return !badges.isEmpty();
    }

    /** The parts that are no badge, or repeat one. After {@link #result()}. */
    List<Finding> findings() {
        return List.copyOf(others);
    }

    private void sort(Entry entry) {
        if (!entry.mayBeABadge()) {
            boolean open = entry.reading().outcome() == Outcome.INCONCLUSIVE && !entry.isFetched();
            more |= open && !leadsNowhere(entry.reading());
            others.addAll(other(entry));
            return;
        }
        Badge badge = Badge.of(entry);
        if (badges.stream().anyMatch(badge::repeats)) {
            others.addAll(other(entry.places(), "the same badge"));
        } else {
            badges.add(badge);
        }
    }

    private static boolean leadsNowhere(ReadResult reading) {
        return ReasonCode.FORMAT_NOT_FETCHED.is(reading.reason())
                || ReasonCode.FORMAT_TOO_MANY_STEPS.is(reading.reason())
                || ReasonCode.FORMAT_TOO_MANY_ADDRESSES.is(reading.reason());
    }

    private ReadResult none() {
        int which = IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).reading().outcome() == Outcome.INCONCLUSIVE)
                .findFirst()
                .orElse(0);
        Entry told = entries.get(which);
        List<Finding> rest = new ArrayList<>();
        IntStream.range(0, entries.size()).filter(i -> i != which).forEach(i -> rest.addAll(other(entries.get(i))));
        boolean overLimit = more && told.reading().outcome() == Outcome.FAILED;
        return overLimit
                ? ReadResult.inconclusive(kind, unreadParts()).with(rest)
                : placed(told).with(rest);
    }

    private ReadResult placed(Entry entry) {
        return entry.reading().inside(kind, entry.places().toArray(Finding[]::new));
    }

    private ReadResult several() {
        List<ReadResult> each = new ArrayList<>();
        for (Badge badge : badges) {
            Finding which = new Finding("format.badge", each.size() + 1 + " of " + badges.size(), "");
            each.add(placed(badge.entry()).with(List.of(which)));
        }
        return ReadResult.several(kind, each).inside(kind);
    }

    private Reason unreadParts() {
        return ReasonCode.FORMAT_MORE_THAN_EXAMINED.with(Integer.toString(mostParts));
    }

    /** A part without a badge: its place, the reason, and the arguments one by one, so that an address stands alone. */
    private static List<Finding> other(Entry entry) {
        Reason reason = entry.reading().reason();
        List<Finding> findings = other(entry.places(), reason.code());
        reason.arguments().forEach(argument -> findings.add(new Finding("format.otherDetail", argument, "")));
        return findings;
    }

    private static List<Finding> other(List<Finding> places, String result) {
        List<Finding> findings = new ArrayList<>();
        Finding place = places.get(0);
        String name = place.key().substring("format.".length());
        String key = "format.other" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        findings.add(new Finding(key, place.value(), place.spec()));
        findings.add(new Finding("format.otherResult", result, ""));
        return findings;
    }
}
