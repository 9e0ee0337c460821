package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.credential.wallet.WalletKind;

/** The wallets that take a badge by OpenID4VCI, each in the format that it reads; their names are stored and never change. */
public enum OpenidWallet {
    WALT_ID(WalletKind.WALT_ID, OpenidConfiguration.JWT_VC_JSON),
    PARADYM(WalletKind.PARADYM, OpenidConfiguration.DC_SD_JWT);

    private final WalletKind kind;
    private final OpenidConfiguration configuration;

    OpenidWallet(WalletKind kind, OpenidConfiguration configuration) {
        this.kind = kind;
        this.configuration = configuration;
    }

    /** As the space lists it. */
    public WalletKind kind() {
        return kind;
    }

    OpenidConfiguration configuration() {
        return configuration;
    }
}
