package fr.badgesiae.api.wallet.openid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a wallet tells of a copy (OpenID4VCI 1.0, section 11.1); their names are stored and never change. */
public enum OpenidEvent {
    CREDENTIAL_ACCEPTED,
    CREDENTIAL_FAILURE,
    CREDENTIAL_DELETED;

    static Optional<OpenidEvent> of(String event) {
        return Arrays.stream(values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(event))
                .findFirst();
    }
}
