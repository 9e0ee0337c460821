/** How the service's statements grow with its rows. Start reading at {@link fr.badgesiae.bench.growth.GrowthBench}. */
package fr.badgesiae.bench.growth;
