/**
 * Joining another space of the same person to the open one: the other card is proved, both are shown, and everything of the
 * other moves. Knows no feature after {@code holder}. Start reading at {@link fr.badgesiae.api.holder.joining.JoinSpaces}.
 */
package fr.badgesiae.api.holder.joining;
