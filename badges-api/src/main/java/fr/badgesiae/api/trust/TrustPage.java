package fr.badgesiae.api.trust;

import fr.badgesiae.api.trust.imported.Fingerprint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Whom this platform knows, for anybody.
 *
 * @param words what was searched for, or empty
 * @param next the path of the next page, or null
 * @param did what the signed list is signed as
 * @param keys the public keys behind it
 * @param expires until when the signed list counts, or null while there is none
 */
public record TrustPage(
        String words, List<Member> members, String next, String did, List<Fingerprint> keys, Instant expires) {
    /**
     * An organisation.
     *
     * @param path its public page
     * @param siret null where it does not publish it
     * @param suspendedSince null while its network answers for it
     */
    public record Member(
            String path, String name, String siret, String network, LocalDate vettedOn, LocalDate suspendedSince) {}

    /** Where the signed list is. */
    public String listPath() {
        return PublishedTrustList.PATH;
    }
}
