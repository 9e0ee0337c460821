/**
 * One bit for each badge, in signed lists that anybody may read. Knows nothing of what the badges say. Start reading at
 * {@link fr.badgesiae.api.statuslist.StatusLists}.
 */
package fr.badgesiae.api.statuslist;
