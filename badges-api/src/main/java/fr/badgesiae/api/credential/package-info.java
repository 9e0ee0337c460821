/**
 * Signed editions of awards: what is signed, exactly once, and what became of it. Knows nothing of offers, slips or shares.
 * Start reading at {@link fr.badgesiae.api.credential.PrepareCredential} and {@link
 * fr.badgesiae.api.credential.IssueCredential}.
 */
package fr.badgesiae.api.credential;
