/**
 * Members: sign-in, passwords, invitations by copied single-use links. No dependency on badges. Start reading at
 * {@link fr.badgesiae.api.account.SignIn}.
 */
package fr.badgesiae.api.account;
