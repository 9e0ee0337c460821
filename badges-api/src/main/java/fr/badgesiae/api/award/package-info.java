/**
 * From the counsellor's offer to the worker's answer: slips with their code and PIN, the claim, acceptance, withdrawal. Knows
 * badges, workers, credentials and holders; knows nothing of verification. Start reading at {@link
 * fr.badgesiae.api.award.OfferBadge} and {@link fr.badgesiae.api.award.AcceptOffer}.
 */
package fr.badgesiae.api.award;
