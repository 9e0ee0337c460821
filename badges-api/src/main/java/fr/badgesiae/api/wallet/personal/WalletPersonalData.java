package fr.badgesiae.api.wallet.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/** Offers to wallets: they go with the space, and by themselves within two hours. The copies are badges. */
public final class WalletPersonalData {
    private WalletPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("wallet_offer")
                .eraseSpace("DELETE FROM wallet_offer WHERE holder_id = :holder")
                .build();
    }
}
