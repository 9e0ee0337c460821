/**
 * Turns a JSON document into RDF and canonicalises it (JSON-LD 1.1, RDFC-1.0), from bundled contexts only and refusing whatever
 * would not end up signed. Must not know of proofs, keys or the network. Start reading at
 * {@link fr.badgesiae.verifier.jsonld.JsonLd}.
 */
package fr.badgesiae.verifier.jsonld;
