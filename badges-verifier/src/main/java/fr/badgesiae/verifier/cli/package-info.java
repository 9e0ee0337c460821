/**
 * The command line. With {@code http} the only package that uses network, files and clock, and the only one that prints.
 * Start reading at {@link fr.badgesiae.verifier.cli.VerifyCommand}.
 */
package fr.badgesiae.verifier.cli;
