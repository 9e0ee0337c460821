package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.passkey.Passkeys;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.limits.RequestBudget;

/** Asks a phone to open a space. Nobody is known yet: the phone names whose it is. */
final class AskPhone {
    private static final int A_MINUTE = 60;

    private final Passkeys passkeys;
    private final RequestBudget budget;

    AskPhone(Platform platform, Passkeys passkeys) {
        this.passkeys = passkeys;
        this.budget = platform.throttles().budget("phone-challenges", A_MINUTE);
    }

    /**
     * Makes a challenge for this visit.
     *
     * @return the options for {@code navigator.credentials.get}, as JSON
     */
    String apply(String visit, Client client) {
        budget.spend(client);
        return passkeys.startAssertion(visit);
    }
}
