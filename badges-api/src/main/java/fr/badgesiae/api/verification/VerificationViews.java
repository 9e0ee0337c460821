package fr.badgesiae.api.verification;

import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.verifier.TrustRegistry;

/**
 * What verification sees of the features below it.
 *
 * @param imported the issuers that lists of others name
 */
public record VerificationViews(Organisations organisations, TrustRegistry imported, Credentials credentials) {}
