/**
 * Open Badges 2.0, and 1.x as far as its upgrade rules go: the normal form of an assertion, the documents it leads to, and the
 * checks over them, under the same names as those of 3.0. Knows nothing of RDF; must not know the network. Start reading at
 * {@link fr.badgesiae.verifier.ob2.BadgeGraph}.
 */
package fr.badgesiae.verifier.ob2;
