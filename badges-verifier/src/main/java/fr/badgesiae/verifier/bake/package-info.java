/**
 * Baking and unbaking of badges in PNG and SVG images, byte by byte and under limits. A badge is plain text here. Start
 * reading at {@link fr.badgesiae.verifier.bake.Unbaker} and {@link fr.badgesiae.verifier.bake.Baker}.
 */
package fr.badgesiae.verifier.bake;
