/**
 * Many prepared credentials at once: signed on every core, released in one transaction. What one credential needs is decided by
 * {@link fr.badgesiae.api.credential.IssueCredential}. Start reading at {@link
 * fr.badgesiae.api.credential.batch.IssueCredentials}.
 */
package fr.badgesiae.api.credential.batch;
