/**
 * Who sends a request, as far as limits need it: the network, and whether this device is known from an earlier sign-in. Start
 * reading at {@link fr.badgesiae.api.platform.client.Client}.
 */
package fr.badgesiae.api.platform.client;
