/**
 * Renewals: a badge of another award takes the place of one of before. Start reading at {@link
 * fr.badgesiae.api.credential.renewal.PrepareRenewal}.
 */
package fr.badgesiae.api.credential.renewal;
