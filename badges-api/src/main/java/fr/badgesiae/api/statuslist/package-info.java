/**
 * Revocation status: one bit for each badge, in public signed lists. Knows nothing of the content of badges. Start reading at
 * {@link fr.badgesiae.api.statuslist.StatusLists}.
 */
package fr.badgesiae.api.statuslist;
