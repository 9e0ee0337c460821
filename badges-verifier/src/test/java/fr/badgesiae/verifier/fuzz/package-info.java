/**
 * A fuzz target for each parser of the verifier: seeds, changed at random from a printed seed, and what must hold whatever
 * comes out. To add one, add a {@link fr.badgesiae.verifier.fuzz.FuzzTarget} to {@link fr.badgesiae.verifier.fuzz.FuzzTargets}.
 * A long run: {@code mvn test -pl badges-verifier -am -Dtest=FuzzTest -Dbadges.fuzz.seconds=60}.
 */
package fr.badgesiae.verifier.fuzz;
