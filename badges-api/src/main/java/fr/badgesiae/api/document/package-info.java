/**
 * A released badge as a file: the signed texts byte for byte, alone or baked into the picture of the badge. Start reading at
 * {@link fr.badgesiae.api.document.BakeBadge}.
 */
package fr.badgesiae.api.document;
