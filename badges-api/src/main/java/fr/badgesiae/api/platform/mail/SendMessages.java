package fr.badgesiae.api.platform.mail;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Sends what waits in the outbox, on any node. A message is claimed, sent outside any transaction, and marked. Whoever holds a
 * claim has it alone until it ends; a node that dies between sending and marking leaves a claim that ends, and the message goes out
 * again with the same id. So a message arrives at least once.
 */
final class SendMessages {
    /** Longer than an attempt can take. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    /** Later nobody wants a message: its code is over, and a notice of last week would alarm. */
    static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private static final int MOST_A_RUN = 200;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;
    private final Ids ids;
    private final SealMessage seal;
    private final OutboxCounts counts;
    private final Map<MessageKind, MessageTransport> transports = new EnumMap<>(MessageKind.class);

    SendMessages(
            Database database,
            Clock clock,
            Ids ids,
            Vault vault,
            OutboxCounts counts,
            List<MessageTransport> transports) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.seal = new SealMessage(vault);
        this.counts = counts;
        transports.forEach(transport -> this.transports.put(transport.kind(), transport));
    }

    /** @return how many messages a server took */
    int apply() {
        giveUp();
        Map<MessageKind, MessageTransport> open = new EnumMap<>(transports);
        int sent = 0;
        for (int tried = 0; tried < MOST_A_RUN && !open.isEmpty(); tried++) {
            Optional<OutboxDao.ClaimedRow> claimed =
                    claim(open.keySet().stream().map(MessageKind::name).toList());
            if (claimed.isEmpty()) {
                break;
            }
            OutboxDao.ClaimedRow row = claimed.get();
            Delivery delivery = send(row);
            mark(row, delivery);
            if (delivery == Delivery.SENT) {
                sent++;
            } else if (delivery == Delivery.UNREACHABLE) {
                // The others of this kind wait for the next run, without an attempt.
                open.remove(row.kind());
            }
        }
        return sent;
    }

    private Delivery send(OutboxDao.ClaimedRow row) {
        MessageTransport transport = Objects.requireNonNull(transports.get(row.kind()));
        return transport.send(row.id(), seal.open(row.id(), row.kind(), row.content()));
    }

    /** Gives up what waits for too long, of a kind that was turned off too, and deletes what ended a month ago. */
    void forget() {
        giveUp();
        database.inPublic(
                handle -> handle.attach(OutboxDao.class).forget(clock.instant().minus(KEPT)));
    }

    private Optional<OutboxDao.ClaimedRow> claim(List<String> kinds) {
        Instant now = clock.instant();
        return database.inPublic(
                handle -> handle.attach(OutboxDao.class).claim(kinds, BackOff.MOST_ATTEMPTS, now, now.plus(CLAIM)));
    }

    private void mark(OutboxDao.ClaimedRow row, Delivery delivery) {
        Instant now = clock.instant();
        boolean last = delivery == Delivery.REFUSED || row.attempts() >= BackOff.MOST_ATTEMPTS;
        int marked = database.inPublic(handle -> {
            OutboxDao dao = handle.attach(OutboxDao.class);
            if (delivery == Delivery.SENT) {
                return dao.end(row.id(), row.attempts(), OutboxState.SENT, null, now);
            }
            return last
                    ? dao.end(row.id(), row.attempts(), OutboxState.DEAD, delivery, now)
                    : dao.retry(
                            row.id(), row.attempts(), delivery, now.plus(BackOff.after(row.attempts(), ids.random())));
        });
        if (marked == 0) {
            return;
        }
        if (delivery == Delivery.SENT) {
            counts.sent(row.kind());
        } else if (last) {
            counts.dead(row.kind(), delivery, row.attempts());
        } else {
            counts.retried(row.kind());
        }
    }

    private void giveUp() {
        Instant now = clock.instant();
        database.inPublic(handle ->
                        handle.attach(OutboxDao.class).giveUp(BackOff.MOST_ATTEMPTS, now.minus(LONGEST_WAIT), now))
                .forEach(row -> counts.dead(row.kind(), row.failure(), row.attempts()));
    }
}
