/**
 * Lists of known issuers that others publish, signed (docs/trust-list.md). Knows how a list is written and read and when it
 * counts; not where it is kept. Touches no network but through the fetcher it is given. Start reading at
 * {@link fr.badgesiae.verifier.trust.SignedTrustList}.
 */
package fr.badgesiae.verifier.trust;
