/**
 * Authentication and authorisation: roles, permissions, sessions, CSRF tokens. Knows no feature. Start reading at {@link
 * fr.badgesiae.api.platform.auth.Permission}.
 */
package fr.badgesiae.api.platform.auth;
