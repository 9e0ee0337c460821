/**
 * Published documents, found by URL: the same bytes for public requests and for our own verifier. A probe checks the public
 * address. Start reading at {@link fr.badgesiae.api.platform.documents.DocumentSource}.
 */
package fr.badgesiae.api.platform.documents;
