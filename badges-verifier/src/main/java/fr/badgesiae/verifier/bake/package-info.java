/**
 * Badges inside PNG and SVG images: takes them out and puts them in, byte by byte and under limits. Knows nothing of what a
 * badge is: it is a text here. Start reading at {@link fr.badgesiae.verifier.bake.Unbaker} and
 * {@link fr.badgesiae.verifier.bake.Baker}.
 */
package fr.badgesiae.verifier.bake;
