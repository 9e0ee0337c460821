/**
 * From bytes to a credential: detects the format and reads JSON, compact JWS, presentations and baked images under limits.
 * Checks nothing beyond the form; fetches only the submitted URL and those it leads to. Start reading at {@link
 * fr.badgesiae.verifier.read.SubmissionReader}.
 */
package fr.badgesiae.verifier.read;
