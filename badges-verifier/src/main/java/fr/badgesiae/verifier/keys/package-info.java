/**
 * Public keys: algorithms, JWK, Multikey and PEM; controller documents, their verification methods and verification
 * relationships; DID resolution. Fetches only through the {@link fr.badgesiae.verifier.Fetcher} it is given. Start reading at
 * {@link fr.badgesiae.verifier.keys.KeyResolver}.
 */
package fr.badgesiae.verifier.keys;
