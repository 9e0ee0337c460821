/**
 * The journal: audit lines in sentences, for the management of an organisation, its network, and the people whom they
 * concern. It names no feature's enum: {@link fr.badgesiae.api.journal.Act} lists all audit codes, and a test compares them.
 * Start reading at {@link fr.badgesiae.api.journal.JournalPages}.
 */
package fr.badgesiae.api.journal;
