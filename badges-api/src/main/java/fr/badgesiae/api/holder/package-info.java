/**
 * The holder's own space: the card that opens it, its badges, its history. Knows credentials and share links; knows neither
 * offers nor people's names. Start reading at {@link fr.badgesiae.api.holder.OpenSpace} and {@link
 * fr.badgesiae.api.holder.SpacePages}.
 */
package fr.badgesiae.api.holder;
