package fr.badgesiae.api.credential.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of a wallet, proven by its holder: the subject of an edition that is signed for this wallet.
 *
 * @param key a {@code did:key} or {@code did:jwk}, at most 2,000 characters; null for a code on paper alone
 */
public record WalletBinding(WalletKind wallet, @Nullable String key) {
    private static final int MOST = 2000;
    private static final String DID_JWK = "did:jwk:";
    private static final JsonMapper JSON = new JsonMapper();
    /** In the order of RFC 7638. */
    private static final List<String> REQUIRED = List.of("crv", "e", "kty", "n", "x", "y");

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

    /**
     * The key without what may be written beside it: a did:jwk of the members of RFC 7638 in their order, a did:key as it is. Two
     * spellings of one key give the same text; null for a code on paper.
     */
    public @Nullable String sameKey() {
        return key == null || !key.startsWith(DID_JWK) ? key : required(key);
    }

    private static String required(String did) {
        try {
            JsonNode jwk = JSON.readTree(Base64.getUrlDecoder().decode(did.substring(DID_JWK.length())));
            ObjectNode members = JSON.createObjectNode();
            REQUIRED.stream().filter(jwk::has).forEach(name -> members.set(name, jwk.get(name)));
            byte[] text = members.toString().getBytes(StandardCharsets.UTF_8);
            return members.isEmpty()
                    ? did
                    : DID_JWK + Base64.getUrlEncoder().withoutPadding().encodeToString(text);
        } catch (IOException | IllegalArgumentException unread) {
            return did;
        }
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
