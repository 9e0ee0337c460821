/**
 * The checks: one class for each {@link fr.badgesiae.verifier.CheckName}, and nothing else. A check uses its {@link
 * fr.badgesiae.verifier.pipeline.VerificationContext} and no network, file or clock.
 */
package fr.badgesiae.verifier.check;
