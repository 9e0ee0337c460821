/**
 * Publishes an issuer: a page for people, an Open Badges Profile for machines. Knows organisations and their signing keys.
 * Start reading at {@link fr.badgesiae.api.issuer.IssuerProfiles}.
 */
package fr.badgesiae.api.issuer;
