/**
 * Proofs of credentials and presentations: one class for each cryptosuite, JWS, proof sets and chains; verification and
 * signing. Uses no clock, no file, and no network but the {@link fr.badgesiae.verifier.Fetcher} it is given. Start reading
 * at {@link fr.badgesiae.verifier.proof.DataIntegrityProof} and {@link fr.badgesiae.verifier.proof.JwsProof}.
 */
package fr.badgesiae.verifier.proof;
