package fr.badgesiae.api.organisation;

import java.time.LocalDate;

/**
 * A network does not answer for one of its organisations for now: it can neither offer nor award, and what it awarded
 * before stays true.
 *
 * @param network the network's public name
 * @param reason in the network's words, for the organisation alone
 */
public record Suspension(String network, LocalDate since, String reason) {}
