/**
 * Proofs: algorithms, keys, who a key belongs to, and the two ways a credential is signed (JWS and Data Integrity), verifying and
 * signing. Knows no clock, no file, and no network but the {@link fr.badgesiae.verifier.Fetcher} it is given. Start reading at
 * {@link fr.badgesiae.verifier.proof.DataIntegrityProof} and {@link fr.badgesiae.verifier.keys.KeyResolver}.
 */
package fr.badgesiae.verifier.proof;
