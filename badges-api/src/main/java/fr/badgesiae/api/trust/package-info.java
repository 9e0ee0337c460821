/**
 * Known issuers: the signed list of members of this platform's networks (docs/trust-list.md), and imported lists of signers
 * that a network pinned. Must not know badges or their verification. Start reading at {@link
 * fr.badgesiae.api.trust.SignTrustList} and {@link fr.badgesiae.api.trust.imported.FetchTrustList}.
 */
package fr.badgesiae.api.trust;
