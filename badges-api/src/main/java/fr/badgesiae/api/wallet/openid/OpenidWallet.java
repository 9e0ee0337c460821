package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.platform.Option;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.wallet.openid.draft.OpenidDraft;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wallets that take a badge by OpenID4VCI, each in the format that it reads; their names are stored and never change. */
public enum OpenidWallet implements Option {
    WALT_ID(WalletKind.WALT_ID, OpenidConfiguration.JWT_VC_JSON, null),
    PARADYM(WalletKind.PARADYM, OpenidConfiguration.DC_SD_JWT, null),
    TALAO(WalletKind.TALAO, OpenidConfiguration.JWT_VC_JSON_1_1, OpenidDraft.DRAFT_13),
    /** One that verifies {@code eddsa-rdfc-2022}. */
    OTHER(WalletKind.OTHER, OpenidConfiguration.LDP_VC, null);

    /** The most that holders choose from: with Learner Credential Wallet they are three. */
    public static final int MOST = 2;

    private static final List<OpenidWallet> DEFAULT = List.of(WALT_ID, PARADYM);

    private final WalletKind kind;
    private final OpenidConfiguration configuration;
    private final @Nullable OpenidDraft draft;

    OpenidWallet(WalletKind kind, OpenidConfiguration configuration, @Nullable OpenidDraft draft) {
        this.kind = kind;
        this.configuration = configuration;
        this.draft = draft;
    }

    /** Those that holders choose from: what the configuration names, or the default. */
    public static List<OpenidWallet> offered(Settings settings) {
        List<OpenidWallet> named =
                Arrays.stream(values()).filter(settings.options()::contains).toList();
        return named.isEmpty() ? DEFAULT : named;
    }

    /** As the space lists it. */
    public WalletKind kind() {
        return kind;
    }

    /** The draft without which it takes nothing. */
    public Optional<OpenidDraft> draft() {
        return Optional.ofNullable(draft);
    }

    OpenidConfiguration configuration() {
        return configuration;
    }
}
