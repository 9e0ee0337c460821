package fr.badgesiae.api.credential.wallet;

import java.util.regex.Pattern;

/**
 * The key of a wallet, proven by its holder: the subject of an edition that is signed for this wallet.
 *
 * @param key a {@code did:key} or {@code did:jwk}, at most 2,000 characters
 */
public record WalletBinding(WalletKind wallet, String key) {
    private static final int MOST = 2000;
    private static final Pattern DID = Pattern.compile("did:(key|jwk):[A-Za-z0-9_-]+");

    public WalletBinding {
        if (!accepts(key)) {
            throw new IllegalArgumentException("a wallet is bound by a did:key or a did:jwk");
        }
    }

    /** Whether a text is such a key. */
    public static boolean accepts(String key) {
        return key.length() <= MOST && DID.matcher(key).matches();
    }
}
