package fr.badgesiae.api.credential.wallet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of a wallet, proven by its holder: the subject of an edition that is signed for this wallet.
 *
 * @param key a {@code did:key} or {@code did:jwk}, at most 2,000 characters; null for a code on paper alone
 */
public record WalletBinding(WalletKind wallet, @Nullable String key) {
    private static final int MOST = 2000;
    private static final Pattern DID = Pattern.compile("did:(key|jwk):[A-Za-z0-9_-]+");

    public WalletBinding {
        boolean paper = wallet == WalletKind.OFFLINE_CODE;
        if (key == null ? !paper : paper || !accepts(key)) {
            throw new IllegalArgumentException(
                    "a wallet is bound by a did:key or a did:jwk, a code on paper by nothing");
        }
    }

    /** A code on paper. */
    public static WalletBinding offlineCode() {
        return new WalletBinding(WalletKind.OFFLINE_CODE, null);
    }

    /** Whether a text is such a key. */
    public static boolean accepts(String key) {
        return key.length() <= MOST && DID.matcher(key).matches();
    }

    /** Whether it is a code on paper. */
    public boolean isOfflineCode() {
        return wallet == WalletKind.OFFLINE_CODE;
    }
}
