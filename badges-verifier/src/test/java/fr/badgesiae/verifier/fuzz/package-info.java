/**
 * Fuzz targets for each parser of the verifier: seeds, changed at random from a printed seed, and properties that must hold.
 * Targets are in the package of their parsers ({@code ProofTargets}, {@code ReadTargets} and so on). To add one, write a
 * {@link fr.badgesiae.verifier.fuzz.FuzzTarget} there, as EveryParserHasATargetTest requires. A long run:
 * {@code mvn test -pl badges-verifier -am -Dtest=FuzzTest -Dbadges.fuzz.seconds=60}.
 */
package fr.badgesiae.verifier.fuzz;
