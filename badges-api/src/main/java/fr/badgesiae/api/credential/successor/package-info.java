/**
 * Successors: credentials that say the same as one before, or renew it, and take its place. Knows ids alone. Start reading at
 * {@link fr.badgesiae.api.credential.successor.SupersedeCredential}.
 */
package fr.badgesiae.api.credential.successor;
