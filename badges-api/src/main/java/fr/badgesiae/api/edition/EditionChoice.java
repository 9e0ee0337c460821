package fr.badgesiae.api.edition;

import fr.badgesiae.api.credential.NameChoice;

/**
 * What one edition shows.
 *
 * @param evidence whether it shows the evidence; of no meaning for a badge without evidence
 */
public record EditionChoice(NameChoice name, boolean evidence) {}
