/**
 * Signed lists of vetted issuers (docs/trust-list.md): writing, reading and validity; storage is up to the caller. Uses no
 * network but the fetcher it is given. Start reading at {@link fr.badgesiae.verifier.trust.SignedTrustList}.
 */
package fr.badgesiae.verifier.trust;
