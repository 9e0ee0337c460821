/**
 * A member leaves: somebody takes over what waits for them, in the act that ends their membership. Start reading at {@link
 * fr.badgesiae.api.account.leaving.DeactivateMember}.
 */
package fr.badgesiae.api.account.leaving;
