/**
 * Lent rights as the acts on members see them: what is read with a member, and what ends with them. Start reading at {@link
 * fr.badgesiae.api.account.lent.Delegations}.
 */
package fr.badgesiae.api.account.lent;
