package fr.badgesiae.api.holder.joining;

import fr.badgesiae.api.holder.ProveCard;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A space whose card and PIN were shown in an open session, for a few minutes. It goes to the page and back sealed: it opens
 * nothing elsewhere, and in no other session.
 *
 * @param card the id of the card
 * @param pinHash what its PIN was compared with
 * @param until when the card has to be shown again
 */
record OtherSpace(HolderId holder, UUID card, String pinHash, Instant until) {
    /** As long as an idle session of a space. */
    static final Duration LASTS = Duration.ofMinutes(15);

    private static final int MOST_CHARACTERS = 1000;

    static OtherSpace of(ProveCard.Proven card, Instant now) {
        return new OtherSpace(card.holder(), card.access(), card.pinHash(), now.plus(LASTS));
    }

    String sealed(Vault vault, HolderPrincipal by) {
        String plain = holder + " " + card + " " + until.getEpochSecond() + " " + pinHash;
        byte[] bytes = vault.seal(plain.getBytes(StandardCharsets.UTF_8), context(by));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty for anything that was not sealed for this session, and when its time is over. */
    static Optional<OtherSpace> read(Vault vault, HolderPrincipal by, String sealed, Instant now) {
        if (sealed.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] plain = vault.open(Base64.getUrlDecoder().decode(sealed), context(by));
            String[] words = new String(plain, StandardCharsets.UTF_8).split(" ", 4);
            OtherSpace other = new OtherSpace(
                    new HolderId(UUID.fromString(words[0])),
                    UUID.fromString(words[1]),
                    words[3],
                    Instant.ofEpochSecond(Long.parseLong(words[2])));
            return Optional.of(other).filter(space -> space.until.isAfter(now));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    private static String context(HolderPrincipal by) {
        return "joining|" + by.holder() + "|" + by.session();
    }
}
