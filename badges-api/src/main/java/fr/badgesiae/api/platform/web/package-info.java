/**
 * The common part of all answers: security headers, language cookie, request ids, size limits, error pages of the server.
 * Start reading at {@link fr.badgesiae.api.platform.web.WebLayer}.
 */
package fr.badgesiae.api.platform.web;
