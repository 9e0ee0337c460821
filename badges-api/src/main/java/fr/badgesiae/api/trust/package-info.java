/**
 * Whom this platform knows: the list of its networks' members that it publishes, signed (docs/trust-list.md), and the lists
 * of others whose signers a network pinned. Must not know badges or their verification. Start reading at {@link
 * fr.badgesiae.api.trust.SignTrustList} for ours and {@link fr.badgesiae.api.trust.imported.FetchTrustList} for theirs.
 */
package fr.badgesiae.api.trust;
