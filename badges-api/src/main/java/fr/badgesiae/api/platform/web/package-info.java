/**
 * What every answer of the service has in common: security headers, the language cookie, assets, error pages of the
 * server itself. Start reading at {@link fr.badgesiae.api.platform.web.WebLayer}.
 */
package fr.badgesiae.api.platform.web;
