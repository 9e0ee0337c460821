/**
 * The holder's own space: the card that opens it, its history, the links by which badges are shown. Knows credentials; knows
 * neither offers nor workers' names. Start reading at {@link fr.badgesiae.api.holder.OpenSpace} and {@link
 * fr.badgesiae.api.holder.ShareLinks}.
 */
package fr.badgesiae.api.holder;
