/**
 * The JSON-LD contexts and JSON Schemas that credentials name, as resources, and the catalogue that finds them by URL.
 *
 * <p>Knows file names and URLs; must not know JSON, credentials or the network. Start at {@link
 * fr.badgesiae.schemas.Catalogue}.
 */
package fr.badgesiae.schemas;
