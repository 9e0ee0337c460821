package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.wallet.WalletKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a badge that is in a wallet.
 *
 * @param name that it shows, or null
 * @param since when it was signed
 * @param formerText whether it was signed in an earlier text than the badge
 */
public record WalletCopy(
        UUID id, WalletKind wallet, @Nullable String name, Instant since, boolean formerText) {
    /** @param lines id, wallet, second of its signature, whether in an earlier text, and name, with bars between them; null for none */
    static List<WalletCopy> list(@Nullable String lines) {
        return lines == null ? List.of() : lines.lines().map(WalletCopy::of).toList();
    }

    private static WalletCopy of(String line) {
        List<String> parts = List.of(line.split("\\|", 5));
        return new WalletCopy(
                UUID.fromString(parts.get(0)),
                WalletKind.valueOf(parts.get(1)),
                parts.size() == 5 ? parts.get(4) : null,
                Instant.ofEpochSecond(Long.parseLong(parts.get(2))),
                parts.get(3).equals("t"));
    }

    /** Whether it is a code to print, in no wallet. */
    public boolean onPaper() {
        return wallet == WalletKind.OFFLINE_CODE;
    }

    public String withdrawPath() {
        return "/me/copies/" + id + "/withdraw";
    }
}
