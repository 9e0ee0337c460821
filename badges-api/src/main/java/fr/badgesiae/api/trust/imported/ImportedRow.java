package fr.badgesiae.api.trust.imported;

import java.time.LocalDate;

/**
 * What an imported list says of an issuer.
 *
 * @param network how the importing network calls the signer
 * @param state ACTIVE or SUSPENDED
 */
public record ImportedRow(String name, String siret, String network, String state, LocalDate since) {}
