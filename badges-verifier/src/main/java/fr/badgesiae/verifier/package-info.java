/**
 * Judges an Open Badge and says why. Knows nothing of the service, of a database or of the clock; the only way out to the
 * network is {@link fr.badgesiae.verifier.Fetcher}. Start reading at {@link fr.badgesiae.verifier.BadgeVerifier}.
 */
package fr.badgesiae.verifier;
