/**
 * The only network access: fetches documents from public addresses under limits, and caches them. Independent of
 * credentials. No other package but {@code cli} may use it. Start reading at {@link fr.badgesiae.verifier.http.HttpFetcher}.
 */
package fr.badgesiae.verifier.http;
