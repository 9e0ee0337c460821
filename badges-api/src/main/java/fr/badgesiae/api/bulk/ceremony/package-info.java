/**
 * Days on which badges are handed over: the offers of the day, the roll-call, one person after the other. Start reading at
 * {@link fr.badgesiae.api.bulk.ceremony.ShowCeremony}.
 */
package fr.badgesiae.api.bulk.ceremony;
