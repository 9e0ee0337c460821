package fr.badgesiae.api.credential.wallet;

import fr.badgesiae.api.platform.html.PageContext;

/** What an edition is a copy in; the names are stored and never change. */
public enum WalletKind {
    LEARNER_CREDENTIAL_WALLET("Learner Credential Wallet"),
    WALT_ID("walt.id"),
    PARADYM("Paradym"),
    TALAO("Talao"),
    /** A wallet that we know no name of. */
    OTHER(""),
    /** No wallet: a code on paper that holds the badge itself and is read without a network. */
    OFFLINE_CODE("QR code");

    private final String label;

    WalletKind(String label) {
        this.label = label;
    }

    /** The name that the wallet gives itself, the same in every language; empty where we know none. */
    public String label() {
        return label;
    }

    /** What pages call it. */
    public String label(PageContext context) {
        return label.isEmpty() ? context.t("wallet.unnamed") : label;
    }
}
