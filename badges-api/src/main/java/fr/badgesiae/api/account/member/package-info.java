/**
 * The members of an organisation, and the single-use links that invite them. Start reading at {@link
 * fr.badgesiae.api.account.member.ListMembers}.
 */
package fr.badgesiae.api.account.member;
