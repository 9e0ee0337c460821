/**
 * Who is asking and what they may do: roles, permissions, sessions, CSRF, back-off. Knows no feature; {@code account}
 * implements its {@code Authenticator}. Start reading at {@link fr.badgesiae.api.platform.auth.Permission}.
 */
package fr.badgesiae.api.platform.auth;
