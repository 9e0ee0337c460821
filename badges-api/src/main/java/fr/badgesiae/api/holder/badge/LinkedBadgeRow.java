package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.NameChoice;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A badge beside one of its links; a badge without links has one row whose {@code linkId} is null. The signed document stands
 * in the first row, once released.
 *
 * @param linkSeveral whether the link shows other badges too
 * @param linkName the name that the link shows, or null
 * @param nameChoice as it was accepted
 * @param firstName, lastName as the desk writes them; null once it has erased its file
 * @param copies in wallets, see {@link WalletCopy#list}; null for none
 * @param narrative, evidence the words of the organisation; empty once it has erased its file
 */
public record LinkedBadgeRow(
        @Nested HeldBadgeRow badge,
        @Nullable UUID linkId,
        @Nullable String label,
        @Nullable Instant endsAt,
        boolean open,
        long views,
        boolean linkSeveral,
        @Nullable String linkName,
        boolean linkEvidence,
        @Nested BadgeContact contact,
        NameChoice nameChoice,
        @Nullable String firstName,
        @Nullable String lastName,
        String narrative,
        String evidence,
        @Nullable String copies,
        @Nullable String document) {}
