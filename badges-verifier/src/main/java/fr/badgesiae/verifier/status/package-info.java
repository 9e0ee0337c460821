/**
 * Status lists as bits. Knows nothing of credentials, issuers or fetching. Start reading at
 * {@link fr.badgesiae.verifier.status.BitstringStatusList}.
 */
package fr.badgesiae.verifier.status;
