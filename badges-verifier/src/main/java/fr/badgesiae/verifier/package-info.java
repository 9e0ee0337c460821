/**
 * Verification of Open Badges 3.0, 2.0 and 1.x. {@link fr.badgesiae.verifier.BadgeVerifier} takes a
 * {@link fr.badgesiae.verifier.Submission} and a {@link fr.badgesiae.verifier.VerificationPolicy} and returns a
 * {@link fr.badgesiae.verifier.VerificationReport}. Network access goes through the {@link fr.badgesiae.verifier.Fetcher} of the
 * policy; the instant comes from the policy.
 */
package fr.badgesiae.verifier;
