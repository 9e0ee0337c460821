package fr.badgesiae.api.wallet.openid.proof;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is refused with an error of the protocol. */
public final class OpenidException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OpenidError error;
    private final @Nullable String nonce;

    /** @param description for developers of wallets: ASCII, without content of the request */
    public OpenidException(OpenidError error, String description) {
        this(error, description, null);
    }

    /** @param nonce for the next proof; null where the answer has none */
    public OpenidException(OpenidError error, String description, @Nullable String nonce) {
        super(description, null, false, false);
        this.error = error;
        this.nonce = nonce;
    }

    public OpenidError error() {
        return error;
    }

    /** For the next proof, where the answer has one. */
    public Optional<String> nonce() {
        return Optional.ofNullable(nonce);
    }

    public String description() {
        return String.valueOf(getMessage());
    }
}
