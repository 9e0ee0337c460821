package fr.badgesiae.api.organisation;

import java.time.LocalDate;

/**
 * A pause ordered by the network. The organisation can neither offer nor award; earlier badges stay valid.
 *
 * @param network the network's public name
 * @param reason in the network's words, shown to the organisation only
 */
public record Suspension(String network, LocalDate since, String reason) {}
