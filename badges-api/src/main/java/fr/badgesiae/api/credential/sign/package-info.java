/**
 * Signs a prepared credential and verifies the result before it is released. Touches no table. Start reading at {@link
 * fr.badgesiae.api.credential.sign.SignCredential}.
 */
package fr.badgesiae.api.credential.sign;
