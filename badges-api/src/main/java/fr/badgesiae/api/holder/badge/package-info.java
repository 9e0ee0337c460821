/**
 * The badges of a holder's space: the list, one badge with its links, its signed files. Knows credentials and share links.
 * Start reading at {@link fr.badgesiae.api.holder.badge.ListBadges} and {@link fr.badgesiae.api.holder.badge.ShowBadge}.
 */
package fr.badgesiae.api.holder.badge;
