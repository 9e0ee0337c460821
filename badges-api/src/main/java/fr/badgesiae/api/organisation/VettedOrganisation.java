package fr.badgesiae.api.organisation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An organisation that a network of this platform answers for, as anybody may read it.
 *
 * @param siret 14 digits, or null where the organisation does not publish it
 * @param network the public name of that network
 * @param suspendedSince the day since which the network does not answer for it, or null while it does
 */
public record VettedOrganisation(
        UUID id, String publicName, String siret, String network, LocalDate vettedOn, LocalDate suspendedSince) {}
