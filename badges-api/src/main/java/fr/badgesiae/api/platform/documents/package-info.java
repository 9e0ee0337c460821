/**
 * Published documents, found by URL: the same bytes for public requests and for our own verifier. Copies are
 * served while the database does not answer. A probe checks the public address. Start reading at {@link
 * fr.badgesiae.api.platform.documents.DocumentSource}.
 */
package fr.badgesiae.api.platform.documents;
