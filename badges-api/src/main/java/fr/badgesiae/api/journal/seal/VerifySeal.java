package fr.badgesiae.api.journal.seal;

import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.personal.Retention;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Verifies the seal: rounds, the heads of each organisation, their lines, and signed days. Changes nothing. */
public final class VerifySeal {
    private final Database database;
    private final Clock clock;
    private final Digests digests;
    private final SignedDays days;

    VerifySeal(Platform platform, SigningKeys keys, Digests digests) {
        this.database = platform.database();
        this.clock = platform.clock();
        this.digests = digests;
        this.days = new SignedDays(keys);
    }

    /**
     * @param wanted the organisation whose lines are read; all where empty
     * @param kept a list of signed days that was saved elsewhere, as {@link ListDays} writes it; may be empty
     * @return empty for an unknown organisation
     */
    public Optional<SealReport> apply(Optional<OrganisationId> wanted, List<String> kept) {
        return database.inPublic(handle -> {
            // One state for all that is read: the service goes on writing.
            handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            SealDao dao = handle.attach(SealDao.class);
            List<UUID> owners = dao.owners();
            if (wanted.isPresent() && !owners.contains(wanted.get().value())) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            SealDao.TipRow tip = dao.tip().orElse(new SealDao.TipRow(0, 0, 0, null, 0, now, now, now));
            Rounds rounds = new Rounds(tip, now);
            try (Stream<SealDao.RoundRow> rows = dao.rounds()) {
                rows.forEach(rounds::take);
            }
            rounds.end();
            rounds.findings.addAll(0, days.verify(handle, dao.days(), kept, now));
            List<SealReport.Chain> chains = wanted.map(one -> List.of(one.value())).orElse(owners).stream()
                    .map(owner -> chain(handle, owner, rounds))
                    .toList();
            return Optional.of(new SealReport(chains, rounds.findings, rounds.since, rounds.first));
        });
    }

    private SealReport.Chain chain(Handle handle, UUID owner, Rounds rounds) {
        SealDao dao = handle.attach(SealDao.class);
        try (Stream<SealedLine> lines = dao.lines(owner);
                Stream<SealedHead> heads = dao.heads(owner)) {
            Iterator<SealedLine> rest = lines.iterator();
            SealReport.Chain chain = new VerifyChain(
                            digests, owner, rounds.tip, rounds.truncated, rounds.now, rounds.lastAt, rest)
                    .apply(heads.iterator());
            chain.findings().addAll(rounds.ofOwner.getOrDefault(owner, List.of()));
            return chain;
        }
    }

    /** The pass over all rounds. */
    private final class Rounds {
        private final SealDao.TipRow tip;
        private final Instant now;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<UUID, List<Finding>> ofOwner = new HashMap<>();
        private boolean truncated;
        private @Nullable Instant since;
        private @Nullable Instant lastAt;
        private long first;
        private long last;
        private byte[] digest = Digests.NONE;

        Rounds(SealDao.TipRow tip, Instant now) {
            this.tip = tip;
            this.now = now;
        }

        void take(SealDao.RoundRow row) {
            boolean begins = last == 0 && row.number() > 1 && isOld(row.createdAt());
            truncated |= begins;
            if (!begins && (row.number() != last + 1 || !Arrays.equals(row.previous(), digest))) {
                add(Finding.Kind.ROUND_REMOVED, row, row.number() - last, 1);
            }
            List<UUID> owners = List.of(row.owners());
            List<UUID> found = List.of(row.found());
            if (owners.equals(found)) {
                byte[] computed = digests.round(row.number(), row.createdAt(), owners, row.digests(), row.previous());
                if (!Arrays.equals(computed, row.digest())) {
                    add(Finding.Kind.ROUND_CHANGED, row, 1, 1);
                }
            } else {
                missing(row, owners, found);
            }
            if (since == null) {
                since = row.createdAt();
                first = row.number();
            }
            last = row.number();
            lastAt = row.createdAt();
            digest = row.digest();
        }

        private void missing(SealDao.RoundRow row, List<UUID> owners, List<UUID> found) {
            add(Finding.Kind.ROUND_CHANGED, row, owners.size(), found.size());
            owners.stream()
                    .filter(owner -> !found.contains(owner))
                    .forEach(owner -> ofOwner.computeIfAbsent(owner, one -> new ArrayList<>())
                            .add(new Finding(Finding.Kind.HEAD_REMOVED, row.number(), row.createdAt(), 1, 0)));
        }

        private void add(Finding.Kind kind, SealDao.RoundRow row, long sealed, long there) {
            findings.add(new Finding(kind, row.number(), row.createdAt(), sealed, there));
        }

        void end() {
            byte[] said = tip.digest();
            boolean agrees = said == null
                    ? last == 0 && tip.round() == 0
                    : tip.round() == last && Arrays.equals(said, digests.tip(last, digest));
            if (!agrees) {
                findings.add(new Finding(Finding.Kind.END_CUT, last, null, tip.round(), last));
            }
        }

        private boolean isOld(Instant at) {
            return at.isBefore(now.atOffset(ZoneOffset.UTC)
                    .minusYears(Retention.JOURNAL_YEARS)
                    .toInstant());
        }
    }
}
