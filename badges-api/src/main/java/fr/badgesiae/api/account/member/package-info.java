/**
 * The members of an organisation and the single-use links by which they come in. Start reading at {@link
 * fr.badgesiae.api.account.member.ManageMembers}.
 */
package fr.badgesiae.api.account.member;
