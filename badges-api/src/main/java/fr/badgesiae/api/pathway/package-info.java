/**
 * Pathways: the time a worker spends in an organisation, with a sealed PASS IAE number. Each reading of the number writes
 * an audit line. Start reading at {@link fr.badgesiae.api.pathway.OpenPathway}.
 */
package fr.badgesiae.api.pathway;
