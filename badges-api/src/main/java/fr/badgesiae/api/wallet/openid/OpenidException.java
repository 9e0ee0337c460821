package fr.badgesiae.api.wallet.openid;

/** A request that is refused with an error of the protocol. */
final class OpenidException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OpenidError error;

    /** @param description for developers of wallets: ASCII, without content of the request */
    OpenidException(OpenidError error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    OpenidError error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
