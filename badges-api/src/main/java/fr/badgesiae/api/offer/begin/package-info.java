/**
 * What the form of an offer begins with. Knows ids and words, no offer. Start reading at
 * {@link fr.badgesiae.api.offer.begin.Beginning}.
 */
package fr.badgesiae.api.offer.begin;
