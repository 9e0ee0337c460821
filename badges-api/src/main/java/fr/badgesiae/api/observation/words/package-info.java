/**
 * Advice about words that do not belong on a badge. Start reading at
 * {@link fr.badgesiae.api.observation.words.CarefulWords}.
 */
package fr.badgesiae.api.observation.words;
