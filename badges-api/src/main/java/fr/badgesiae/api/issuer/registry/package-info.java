/**
 * Entries of our issuers for the registries that wallets read. Start reading at
 * {@link fr.badgesiae.api.issuer.registry.RegistryEntry}.
 */
package fr.badgesiae.api.issuer.registry;
