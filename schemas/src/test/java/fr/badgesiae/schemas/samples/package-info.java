/**
 * One credential for each defect and accepted variant, the documents they link to, and the expected report.
 *
 * <p>The files are committed; {@code GenerateSamples} makes them from fixed keys and instants. Where the document cannot be
 * read as JSON-LD in safe mode, PROOF is expected to answer as CONTEXT does. Independent of the verifier. Start at
 * {@link fr.badgesiae.schemas.samples.Samples}.
 */
package fr.badgesiae.schemas.samples;
