package fr.badgesiae.verifier;

import java.time.LocalDate;
import java.util.Optional;

/** Who is known, by full DID or issuer URL. */
@FunctionalInterface
public interface TrustRegistry {
    Optional<Entry> find(String issuerId);

    /** Knows nobody. */
    TrustRegistry EMPTY = issuerId -> Optional.empty();

    /** The registry that knows nobody: with it TRUST is not applicable. */
    static TrustRegistry empty() {
        return EMPTY;
    }

    /**
     * @param registeredName the name the registry vouches for
     * @param siret 14 digits, or null
     * @param network the name of the network that vetted it, or null
     * @param since the day it was vetted
     * @param suspendedSince the day it stopped being vouched for, or null
     */
    record Entry(String registeredName, String siret, String network, LocalDate since, LocalDate suspendedSince) {}
}
