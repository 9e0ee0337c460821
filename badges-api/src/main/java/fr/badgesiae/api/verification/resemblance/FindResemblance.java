package fr.badgesiae.api.verification.resemblance;

import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Finds the registered issuer whose name resembles the name that an unknown one gives itself. */
public final class FindResemblance {
    /** Of the registry that are compared: 4,000 organisations with two names each, and imported lists. */
    static final int MOST = 20_000;

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Database database;
    private final Clock clock;
    private final AtomicReference<Read> last =
            new AtomicReference<>(new Read(Instant.MIN, new RegisteredNames(List.of())));

    private record Read(Instant at, RegisteredNames names) {}

    public FindResemblance(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Names of up to five minutes ago are compared. */
    public Optional<RegisteredName> apply(String claimed) {
        return names(clock.instant()).resembling(claimed);
    }

    private RegisteredNames names(Instant now) {
        Read read = Objects.requireNonNull(last.get());
        if (read.at().isBefore(now.minus(KEPT)) || read.at().isAfter(now)) {
            read = new Read(
                    now,
                    new RegisteredNames(database.look(
                            handle -> handle.attach(RegisteredNameDao.class).all(now, MOST))));
            last.set(read);
        }
        return read.names();
    }
}
