package fr.badgesiae.api.offer.slip;

import fr.badgesiae.api.platform.Code;

/**
 * What of a slip's code and PIN is stored.
 *
 * @param lookup the code's keyed hash
 * @param pinHash Argon2id over the peppered PIN
 * @param codeSealed the code, encrypted, while the offer is open
 * @param pinSealed the PIN, encrypted, while the offer is open
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record SlipSecrets(byte[] lookup, String pinHash, byte[] codeSealed, byte[] pinSealed) {

    /**
     * What stands on the paper.
     *
     * @param code for the part to show
     * @param pin for the part to keep away from it
     */
    public record Clear(Code code, String pin) {
        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }
}
