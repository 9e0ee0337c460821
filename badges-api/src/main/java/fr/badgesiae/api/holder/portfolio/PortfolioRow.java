package fr.badgesiae.api.holder.portfolio;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link to several badges, with the number of those that it still shows. */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record PortfolioRow(
        UUID id,
        byte[] codeSealed,
        String label,
        @Nullable String message,
        Instant endsAt,
        @Nullable Instant switchedOffAt,
        long views,
        @Nullable Instant lastViewedAt,
        boolean showsNetwork,
        int badges) {}
