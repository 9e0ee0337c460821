/**
 * Credential status: Bitstring Status List, StatusList2021, Token Status List, 1EdTech revocation lists, and the cache of proven
 * lists. Start reading at {@link fr.badgesiae.verifier.status.StatusLists}.
 */
package fr.badgesiae.verifier.status;
