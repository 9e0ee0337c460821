package fr.badgesiae.bench.growth;

/**
 * One run of a statement.
 *
 *
 * @param ms until the last row was read
 * @param rows returned
 */
record Timed(double ms, int rows) {}
