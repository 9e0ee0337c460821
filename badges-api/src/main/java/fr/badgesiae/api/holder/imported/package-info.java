/**
 * Badges that a holder earned elsewhere and keeps beside ours: verified before they are kept and again when they are looked at,
 * never shared, printed or counted as ours. Knows no organisation. Start reading at {@link
 * fr.badgesiae.api.holder.imported.SubmitBadge} and {@link fr.badgesiae.api.holder.imported.ShowImported}.
 */
package fr.badgesiae.api.holder.imported;
