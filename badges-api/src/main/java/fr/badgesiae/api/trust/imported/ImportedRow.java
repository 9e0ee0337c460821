package fr.badgesiae.api.trust.imported;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an imported list.
 *
 * @param network name of the signer, given by the importing network
 * @param state ACTIVE or SUSPENDED
 */
public record ImportedRow(String name, @Nullable String siret, String network, String state, LocalDate since) {}
