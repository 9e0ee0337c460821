package fr.badgesiae.api.organisation.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A membership of an organisation in a network.
 *
 * @param network public name of the network
 * @param since the day from which the organisation is a member
 * @param suspendedSince first day of a pause, or null
 * @param endedOn last day of the membership, or null
 */
public record Membership(
        String network,
        LocalDate since,
        @Nullable LocalDate suspendedSince,
        @Nullable LocalDate endedOn) {}
