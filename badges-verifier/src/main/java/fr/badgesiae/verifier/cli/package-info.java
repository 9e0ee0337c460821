/**
 * The command line: the only place beside {@code http} that knows the network, files and the clock, and the only one that
 * prints. Judges nothing itself. Start reading at {@link fr.badgesiae.verifier.cli.VerifyCommand}.
 */
package fr.badgesiae.verifier.cli;
