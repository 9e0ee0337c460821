/**
 * Badges that what was seen makes likely: one rule, its figures, the first words of an offer. Start reading at
 * {@link fr.badgesiae.api.observation.proposal.ProposalRule}.
 */
package fr.badgesiae.api.observation.proposal;
