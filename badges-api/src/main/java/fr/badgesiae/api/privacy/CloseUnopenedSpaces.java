package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.personal.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/** Announces the closing of spaces that nobody opened for years, and erases them a month later. Opening one ends both. */
final class CloseUnopenedSpaces {
    private static final int BATCH = 100;

    private final Platform platform;
    private final EraseSpace erase;

    CloseUnopenedSpaces(Platform platform, EraseSpace erase) {
        this.platform = platform;
        this.erase = erase;
    }

    /** @return how many spaces were erased */
    int apply() {
        ZonedDateTime end =
                platform.clock().instant().atZone(FrenchZone.PARIS.zone()).minusYears(Retention.SPACE_YEARS);
        LocalDate today = FrenchZone.PARIS.today(platform.clock());
        Instant announces = end.plusDays(Retention.NOTICE_DAYS).toInstant();
        platform.database().inPublic(handle -> handle.attach(RetentionDao.class).announceClosings(announces, today));
        int erased = 0;
        List<UUID> batch = unopened(end.toInstant(), today);
        while (!batch.isEmpty()) {
            int before = erased;
            for (UUID holder : batch) {
                if (erase.apply(new HolderId(holder), ErasureReason.RETENTION, Actor.SYSTEM) == Erased.ERASED) {
                    erased++;
                }
            }
            batch = erased == before ? List.of() : unopened(end.toInstant(), today);
        }
        return erased;
    }

    private List<UUID> unopened(Instant end, LocalDate today) {
        LocalDate announced = today.minusDays(Retention.NOTICE_DAYS);
        return platform.database()
                .inPublic(handle -> handle.attach(RetentionDao.class).unopened(end, announced, BATCH));
    }
}
