/**
 * The holder's own space: the recovery card and the PIN that open it, and its history. Its badges are in {@code badge}. Knows
 * neither offers nor people's names. Start reading at {@link fr.badgesiae.api.holder.OpenSpace}.
 */
package fr.badgesiae.api.holder;
