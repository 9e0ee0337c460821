/**
 * What is said when something cannot be done: a closed list of problems, one way to throw them and one mapper that says
 * them as {@code application/problem+json} (RFC 9457) or as a page. Never lets a stack trace or a message of a library
 * out. Start reading at {@link fr.badgesiae.api.platform.problem.ProblemType}.
 */
package fr.badgesiae.api.platform.problem;
