package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.OrganisationId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What anybody may know of an organisation.
 *
 * @param kind the kind of structure, such as {@code EI} or {@code NETWORK}
 * @param siret 14 digits, or null for a network without one
 * @param publicName shown on badges
 * @param website, publicPhone, publicEmail null where the organisation gave none
 * @param showsLegalIdentity whether the legal name and the SIRET may stand in badges
 * @param state ACTIVE, SUSPENDED or CLOSED
 * @param network who vetted it
 */
public record OrganisationProfile(
        OrganisationId id,
        String kind,
        String siret,
        String legalName,
        String publicName,
        String description,
        String website,
        String publicPhone,
        String publicEmail,
        boolean showsLegalIdentity,
        String state,
        DataProtection dataProtection,
        Optional<NetworkLink> network) {

    /**
     * What the information notice says; empty strings where the organisation has not said.
     *
     * @param dpo the data protection officer
     */
    public record DataProtection(String controller, String rightsContact, String dpo, String legalBasis) {}

    /**
     * The network that answers for the organisation.
     *
     * @param name its public name
     * @param suspendedSince null while it does
     */
    public record NetworkLink(OrganisationId id, String name, LocalDate vettedOn, LocalDate suspendedSince) {}
}
