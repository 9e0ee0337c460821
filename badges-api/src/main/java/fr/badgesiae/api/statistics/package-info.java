/**
 * Figures of an organisation: counts of a year, without names and without counts that tell of people. Start reading at {@link
 * fr.badgesiae.api.statistics.ReadFigures}.
 */
package fr.badgesiae.api.statistics;
