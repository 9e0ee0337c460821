/**
 * Open Badges 2.0, and 1.x by its upgrade rules: the normal form of an assertion, the documents it references, and one check
 * for each name that differs from 3.0. Independent of RDF and of {@code check}. Start reading at {@link
 * fr.badgesiae.verifier.ob2.BadgeGraph}.
 */
package fr.badgesiae.verifier.ob2;
