/**
 * The time a worker spends in an organisation, and the PASS IAE that opens it: sealed, shown only with an audit line. Start
 * reading at {@link fr.badgesiae.api.pathway.EditPathway}.
 */
package fr.badgesiae.api.pathway;
