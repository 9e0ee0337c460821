/**
 * One credential per defect and per accepted variant, the documents they lead to, and what a verifier must say of each.
 *
 * <p>The files are committed; {@code GenerateSamples} makes them from fixed keys and instants. Where the document cannot
 * be read as JSON-LD in safe mode, PROOF is expected to answer as CONTEXT does. Knows no verifier. Start at {@link
 * fr.badgesiae.schemas.samples.Samples}.
 */
package fr.badgesiae.schemas.samples;
