package fr.badgesiae.api.offer.slip;

import fr.badgesiae.api.platform.Code;

/**
 * The stored forms of a slip's code and PIN.
 *
 * @param lookup the code's keyed hash
 * @param pinHash Argon2id over the peppered PIN
 * @param codeSealed the code, encrypted, while the offer is open
 * @param pinSealed the PIN, encrypted, while the offer is open
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record SlipSecrets(byte[] lookup, String pinHash, byte[] codeSealed, byte[] pinSealed) {

    /**
     * The code and the PIN as printed.
     *
     * @param code on the part to show
     * @param pin on the part to keep apart
     */
    public record Clear(Code code, String pin) {
        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }
}
