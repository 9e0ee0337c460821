package fr.badgesiae.api.wallet.openid.proof;

/** A request that is refused with an error of the protocol. */
public final class OpenidException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OpenidError error;

    /** @param description for developers of wallets: ASCII, without content of the request */
    public OpenidException(OpenidError error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    public OpenidError error() {
        return error;
    }

    public String description() {
        return String.valueOf(getMessage());
    }
}
