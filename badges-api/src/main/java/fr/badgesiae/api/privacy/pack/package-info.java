/**
 * French texts for an organisation that answers for its data: register entry, impact assessment, note to the CSE, answer to an access
 * request. Start reading at {@link fr.badgesiae.api.privacy.pack.LegalText}.
 */
package fr.badgesiae.api.privacy.pack;
