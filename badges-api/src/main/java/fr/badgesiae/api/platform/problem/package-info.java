/**
 * Error answers: a closed list of problems, one exception, and one mapper to {@code application/problem+json} (RFC 9457)
 * or to a page. Stack traces and messages of libraries never reach the client. Start reading at {@link fr.badgesiae.api.platform.problem.ProblemType}.
 */
package fr.badgesiae.api.platform.problem;
