/**
 * Passkeys (Web Authentication Level 3): registration and assertion, discoverable, with user verification, without
 * attestation. Challenges are single-use on all nodes. Start reading at {@link
 * fr.badgesiae.api.platform.auth.passkey.Passkeys}.
 */
package fr.badgesiae.api.platform.auth.passkey;
