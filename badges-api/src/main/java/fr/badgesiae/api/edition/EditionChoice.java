package fr.badgesiae.api.edition;

import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.platform.Sha256;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one edition shows.
 *
 * @param evidence whether it shows the evidence; of no meaning for a badge without evidence
 * @param read fingerprint of what the holder read before choosing, see {@link #fingerprint}
 * @param wallet the wallet that it is signed for; null for what a link shows
 * @param offeredAt when it was offered to the wallet, or null: a copy that was withdrawn since is not signed again
 */
public record EditionChoice(
        NameChoice name,
        boolean evidence,
        String read,
        @Nullable WalletBinding wallet,
        @Nullable Instant offeredAt) {
    /** What a link shows. */
    public EditionChoice(NameChoice name, boolean evidence, String read) {
        this(name, evidence, read, null, null);
    }

    /** The same for a wallet. */
    public EditionChoice in(WalletBinding binding) {
        return new EditionChoice(name, evidence, read, binding, offeredAt);
    }

    /** The same, as it was offered to a wallet. */
    public EditionChoice offered(Instant at) {
        return new EditionChoice(name, evidence, read, wallet, at);
    }

    /** Hexadecimal SHA-256 of the two forms of the name and of the words: nobody signs what they were not shown. */
    public static String fingerprint(String shortName, String fullName, String narrative, String evidence) {
        return HexFormat.of().formatHex(Sha256.ofTexts(List.of(shortName, fullName, narrative, evidence)));
    }
}
