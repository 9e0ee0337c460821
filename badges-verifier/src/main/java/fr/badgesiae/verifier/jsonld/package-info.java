/**
 * Expands JSON-LD to RDF and canonicalizes it (JSON-LD 1.1, RDFC-1.0), with allowed contexts only. Refuses documents with
 * parts that would not be signed. Independent of proofs, keys and the network. Start reading at {@link
 * fr.badgesiae.verifier.jsonld.JsonLd}.
 */
package fr.badgesiae.verifier.jsonld;
