/**
 * Throttles, rate limits and concurrency limits. Knows no feature: each limit is told its purpose or its size. Start reading
 * at {@link fr.badgesiae.api.platform.limits.SignInThrottle}.
 */
package fr.badgesiae.api.platform.limits;
