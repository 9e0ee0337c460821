/**
 * From bytes to a credential: recognises what a submission is and reads JSON and compact JWS under limits. Judges nothing
 * beyond the form and fetches only the submitted address. Start reading at {@link fr.badgesiae.verifier.read.SubmissionReader}.
 */
package fr.badgesiae.verifier.read;
