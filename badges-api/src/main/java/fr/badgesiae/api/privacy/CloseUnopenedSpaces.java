package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.EraseSpace;
import fr.badgesiae.api.privacy.erasure.Erased;
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
        Instant before = end.toInstant();
        LocalDate announced = today.minusDays(Retention.NOTICE_DAYS);
        List<UUID> batch = unopened(before, announced);
        while (!batch.isEmpty()) {
            int erasedBefore = erased;
            for (UUID holder : batch) {
                if (erase.apply(new HolderId(holder), stillUnopened(holder, before, announced)) == Erased.ERASED) {
                    erased++;
                }
            }
            batch = erased == erasedBefore ? List.of() : unopened(before, announced);
        }
        return erased;
    }

    /** Asked under the lock of the space: its holder may have opened it since the batch was read. */
    private static Cause stillUnopened(UUID holder, Instant before, LocalDate announced) {
        return Cause.retention(handle -> handle.attach(RetentionDao.class).isUnopened(holder, before, announced));
    }

    private List<UUID> unopened(Instant before, LocalDate announced) {
        return platform.database()
                .inPublic(handle -> handle.attach(RetentionDao.class).unopened(before, announced, BATCH));
    }
}
