/**
 * Open Badges 2.0, and 1.x by its upgrade rules: one check for each name that differs from 3.0, over the rooms {@code form},
 * {@code graph}, {@code signed} and {@code hosted}. Independent of RDF and of {@code check}. Start reading at {@link
 * fr.badgesiae.verifier.ob2.AssertionProof}.
 */
package fr.badgesiae.verifier.ob2;
