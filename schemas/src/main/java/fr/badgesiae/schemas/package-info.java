/**
 * JSON-LD contexts and JSON Schemas as resources, and the catalogue that finds them by URL. Independent of JSON, credentials
 * and the network. Start reading at {@link fr.badgesiae.schemas.Catalogue}.
 */
package fr.badgesiae.schemas;
