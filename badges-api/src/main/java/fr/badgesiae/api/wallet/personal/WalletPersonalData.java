package fr.badgesiae.api.wallet.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/**
 * Offers to wallets: they go with the space, and by themselves within two hours. The copies are badges; those that only a wallet
 * reads go with the space too.
 */
public final class WalletPersonalData {
    private WalletPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("wallet_offer", "openid_offer", "wallet_document")
                .eraseSpace("DELETE FROM wallet_offer WHERE holder_id = :holder")
                .eraseSpace("DELETE FROM openid_offer WHERE holder_id = :holder")
                .eraseSpace("DELETE FROM wallet_document WHERE holder_id = :holder")
                .filesOfSpace("""
                        SELECT 'badges/' || d.credential_id || '.sd-jwt' AS path, convert_to(d.content, 'UTF8') AS content
                        FROM wallet_document d WHERE d.holder_id = :holder
                        """)
                .build();
    }
}
