/**
 * Measures pairs of operations in turn in one JVM: each shortcut of speed with and without it, and verification against
 * its floor. Start reading at {@link fr.badgesiae.bench.shortcut.InterleavedBench}.
 */
package fr.badgesiae.bench.shortcut;
