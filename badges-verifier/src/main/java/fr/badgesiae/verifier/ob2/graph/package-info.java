/**
 * An assertion, its BadgeClass and its issuer, as submitted and as published. Decides nothing about proof. Start reading at
 * {@link fr.badgesiae.verifier.ob2.graph.BadgeGraph}.
 */
package fr.badgesiae.verifier.ob2.graph;
