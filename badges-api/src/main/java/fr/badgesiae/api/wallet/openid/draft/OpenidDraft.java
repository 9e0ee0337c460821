package fr.badgesiae.api.wallet.openid.draft;

import fr.badgesiae.api.platform.Option;
import fr.badgesiae.api.platform.Settings;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Drafts of OpenID4VCI whose requests can be accepted beside those of 1.0. */
public enum OpenidDraft implements Option {
    /** Nonce in the token answer, {@code format}, one {@code proof}, one {@code credential}. */
    DRAFT_13("13"),
    /** One {@code proof}. */
    DRAFT_15("15");

    private final String number;

    OpenidDraft(String number) {
        this.number = number;
    }

    public String number() {
        return number;
    }

    public static Optional<OpenidDraft> of(String number) {
        return Arrays.stream(values())
                .filter(known -> known.number.equals(number))
                .findFirst();
    }

    /** Those that the configuration asks for. */
    public static Set<OpenidDraft> accepted(Settings settings) {
        return Arrays.stream(values()).filter(settings.options()::contains).collect(Collectors.toUnmodifiableSet());
    }
}
