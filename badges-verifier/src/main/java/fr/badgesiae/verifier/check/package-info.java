/**
 * The checks, one class each. A check knows one {@link fr.badgesiae.verifier.pipeline.VerificationContext} and nothing of the network, of
 * files, of the clock or of the other checks' insides. Start reading at {@link fr.badgesiae.verifier.pipeline.Check}.
 */
package fr.badgesiae.verifier.check;
