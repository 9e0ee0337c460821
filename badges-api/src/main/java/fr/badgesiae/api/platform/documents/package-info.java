/**
 * Documents that we publish under permanent addresses, found by address: the same bytes for a request from outside and for
 * our own verifier, and a look from outside whether that is so. Start reading at {@link fr.badgesiae.api.platform.documents.DocumentSource}.
 */
package fr.badgesiae.api.platform.documents;
