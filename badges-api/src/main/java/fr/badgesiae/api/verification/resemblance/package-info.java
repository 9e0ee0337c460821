/**
 * Tells when the name of an unknown issuer resembles that of a registered one. Knows no badge. Start reading at {@link
 * fr.badgesiae.api.verification.resemblance.FindResemblance}.
 */
package fr.badgesiae.api.verification.resemblance;
