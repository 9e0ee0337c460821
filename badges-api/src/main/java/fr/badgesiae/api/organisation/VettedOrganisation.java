package fr.badgesiae.api.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation vetted by a network of this platform, as published.
 *
 * @param siret 14 digits, or null when not published
 * @param network public name of the network
 * @param suspendedSince first day of the pause, or null
 */
public record VettedOrganisation(
        UUID id,
        String publicName,
        @Nullable String siret,
        String network,
        LocalDate vettedOn,
        @Nullable LocalDate suspendedSince) {}
