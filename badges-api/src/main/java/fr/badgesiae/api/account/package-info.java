/**
 * Members: signing in and out, passwords, invitations by copied single-use links. Knows nothing of badges. Start reading at
 * {@link fr.badgesiae.api.account.SignIn}.
 */
package fr.badgesiae.api.account;
