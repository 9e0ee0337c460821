/**
 * The code and the PIN of a slip: drawn, hashed, sealed, opened again. Knows no offer but its id. Start reading at
 * {@link fr.badgesiae.api.offer.slip.Slips}.
 */
package fr.badgesiae.api.offer.slip;
