package fr.badgesiae.verifier;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Known issuers, by full DID or issuer URL. */
@FunctionalInterface
public interface TrustRegistry {
    Optional<Entry> find(String issuerId);

    /** The empty registry. */
    TrustRegistry EMPTY = issuerId -> Optional.empty();

    /** The empty registry, with which TRUST is not applicable. */
    static TrustRegistry empty() {
        return EMPTY;
    }

    /**
     * @param registeredName the name in the registry
     * @param siret 14 digits, or null
     * @param network the name of the network that vetted the issuer, or null
     * @param since the day of vetting, or null
     * @param suspendedSince the day of suspension, or null
     */
    record Entry(
            String registeredName,
            @Nullable String siret,
            @Nullable String network,
            @Nullable LocalDate since,
            @Nullable LocalDate suspendedSince) {}
}
