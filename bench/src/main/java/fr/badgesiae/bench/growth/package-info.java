/** Measures how the time of each SQL statement grows with the number of rows. Start reading at {@link fr.badgesiae.bench.growth.GrowthBench}. */
package fr.badgesiae.bench.growth;
