/**
 * RECIPIENT of both versions: the identity that a badge holds against the person that the policy names, in likely spellings.
 * Start reading at {@link fr.badgesiae.verifier.recipient.RecipientComparison}.
 */
package fr.badgesiae.verifier.recipient;
