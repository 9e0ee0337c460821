/**
 * What a holder is told of a reopening of their space, and their answer to it. The desk's side is the feature {@code
 * reopening}. Start reading at {@link fr.badgesiae.api.holder.access.SpaceNotice}.
 */
package fr.badgesiae.api.holder.access;
