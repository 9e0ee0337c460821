/**
 * The door to the network: fetches documents from public addresses under limits, and keeps them for their lifetime. Knows
 * nothing of credentials. Nothing in the core may import it. Start reading at {@link fr.badgesiae.verifier.http.HttpFetcher}.
 */
package fr.badgesiae.verifier.http;
