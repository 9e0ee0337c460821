/**
 * Trust lists of other networks: signers pinned, lists fetched, verified and stored. Start reading at {@link
 * fr.badgesiae.api.trust.imported.FetchTrustList}.
 */
package fr.badgesiae.api.trust.imported;
