/**
 * A fuzz target for each parser of the verifier: seeds, changed at random from a printed seed, and what must hold whatever
 * comes out. Targets stand in the package of their parsers ({@code ProofTargets}, {@code ReadTargets} and so on); to add one, add a
 * {@link fr.badgesiae.verifier.fuzz.FuzzTarget} there, as EveryParserHasATargetTest asks. A long run:
 * {@code mvn test -pl badges-verifier -am -Dtest=FuzzTest -Dbadges.fuzz.seconds=60}.
 */
package fr.badgesiae.verifier.fuzz;
