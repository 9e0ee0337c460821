/**
 * What is brought for verification, before it is read as a badge: what a body is, and how many large ones are held at a time. Knows
 * no badge. Start reading at {@link fr.badgesiae.api.verification.submission.RequestBodyReader}.
 */
package fr.badgesiae.api.verification.submission;
