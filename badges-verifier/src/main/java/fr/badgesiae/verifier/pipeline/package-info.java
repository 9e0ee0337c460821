/**
 * What one verification passes from check to check: the read credential, the policy, the budgeted fetcher, earlier results and
 * shared values. Declares {@link fr.badgesiae.verifier.pipeline.Check}, which {@code check} and {@code ob2} implement. Start
 * reading at {@link fr.badgesiae.verifier.pipeline.VerificationContext}.
 */
package fr.badgesiae.verifier.pipeline;
