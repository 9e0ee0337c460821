package fr.badgesiae.api.verification;

import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.credential.ShowCredential;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.verifier.TrustRegistry;

/**
 * Views of the features that verification reads.
 *
 * @param imported the issuers of imported lists
 * @param shown reads one released badge for the desk
 */
public record VerificationViews(
        Organisations organisations, TrustRegistry imported, Credentials credentials, ShowCredential shown) {}
