/**
 * JSON Schemas: the bundled ones, those a credential names, and the bounds under which a remote one is compiled. No {@code $ref}
 * is ever fetched. Start reading at {@link fr.badgesiae.verifier.schema.JsonSchemas}.
 */
package fr.badgesiae.verifier.schema;
