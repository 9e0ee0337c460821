/**
 * The desk reopens the space of somebody who lost their card or forgot their PIN, with the person present: a slip makes a new
 * card and PIN. The holder's answer is in {@code holder.access}. Start reading at {@link
 * fr.badgesiae.api.reopening.ReopenAccess} and {@link fr.badgesiae.api.reopening.UseReopening}.
 */
package fr.badgesiae.api.reopening;
