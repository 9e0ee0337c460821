/**
 * The proof of a hosted assertion of Open Badges 2.0 or 1.x. Does not use {@code signed}. Start reading at {@link
 * fr.badgesiae.verifier.ob2.hosted.HostedProof}.
 */
package fr.badgesiae.verifier.ob2.hosted;
