package fr.badgesiae.api.credential.wallet;

/** The wallets that take a badge; their names are stored and never change. */
public enum WalletKind {
    LEARNER_CREDENTIAL_WALLET("Learner Credential Wallet"),
    WALT_ID("walt.id"),
    PARADYM("Paradym");

    private final String label;

    WalletKind(String label) {
        this.label = label;
    }

    /** The name that the wallet gives itself, the same in every language. */
    public String label() {
        return label;
    }
}
