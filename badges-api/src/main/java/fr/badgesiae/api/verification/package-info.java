/**
 * Verification of any badge, by page and by API. Every submission is verified anew and nothing of it is kept. Must not know
 * the desk. Start reading at {@link fr.badgesiae.api.verification.VerifySubmission}; a scan uses {@link
 * fr.badgesiae.api.verification.VerifyReleased}.
 */
package fr.badgesiae.api.verification;
