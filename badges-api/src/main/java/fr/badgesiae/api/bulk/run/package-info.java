/**
 * One badge for many people: choose them, write, read what will be signed, offer. A run is a draft of the organisation until
 * it starts. Each of its offers is made as {@link fr.badgesiae.api.offer.Offers} makes every one. Start reading at
 * {@link fr.badgesiae.api.bulk.run.StartRun}.
 */
package fr.badgesiae.api.bulk.run;
