/**
 * Trust lists of other networks: their pinned signers, fetched, checked and kept. Start reading at {@link
 * fr.badgesiae.api.trust.imported.FetchTrustList}.
 */
package fr.badgesiae.api.trust.imported;
