/**
 * Signed editions of awards: prepared, issued exactly once, listed, revoked. Knows nothing of offers, slips or shares.
 * Start reading at {@link fr.badgesiae.api.credential.PrepareCredential} and {@link
 * fr.badgesiae.api.credential.IssueCredential}.
 */
package fr.badgesiae.api.credential;
