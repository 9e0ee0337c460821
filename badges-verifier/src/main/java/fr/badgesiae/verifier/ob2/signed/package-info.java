/**
 * The proof of a signed assertion of Open Badges 2.0 or 1.x, the keys of its issuer and its list of revocations. Does not use
 * {@code hosted}. Start reading at {@link fr.badgesiae.verifier.ob2.signed.SignedProof}.
 */
package fr.badgesiae.verifier.ob2.signed;
