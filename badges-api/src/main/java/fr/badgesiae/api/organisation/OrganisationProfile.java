package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.OrganisationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Published profile of an organisation.
 *
 * @param siret 14 digits, or null for a network without one
 * @param publicName shown on badges
 * @param town empty when not given, as is {@code description}
 * @param departements codes, the first that of the figures
 * @param website null when not given, as are {@code publicPhone} and {@code publicEmail}
 * @param showsLegalIdentity whether badges show the legal name and the SIRET
 * @param network the network that vetted it
 */
public record OrganisationProfile(
        OrganisationId id,
        OrganisationKind kind,
        @Nullable String siret,
        String legalName,
        String publicName,
        String description,
        String town,
        List<String> departements,
        @Nullable String website,
        @Nullable String publicPhone,
        @Nullable String publicEmail,
        boolean showsLegalIdentity,
        State state,
        DataProtection dataProtection,
        Optional<NetworkLink> network) {

    /** Whether the organisation acts on the platform, for now or for good. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        CLOSED
    }

    public boolean active() {
        return state == State.ACTIVE;
    }

    /**
     * Content of the information notice; empty strings where not given.
     *
     * @param dpo the data protection officer
     */
    public record DataProtection(String controller, String rightsContact, String dpo, String legalBasis) {}

    /**
     * The current network of the organisation.
     *
     * @param name its public name
     * @param suspendedSince first day of the pause, or null
     */
    public record NetworkLink(
            OrganisationId id,
            String name,
            LocalDate vettedOn,
            @Nullable LocalDate suspendedSince) {}
}
