/**
 * One act on several offers that wait: what would happen to each is shown first. Start reading at {@link
 * fr.badgesiae.api.bulk.offers.ActOnOffers}.
 */
package fr.badgesiae.api.bulk.offers;
