/**
 * What is published about an issuer: a page for people and the Open Badges Profile for machines. Knows organisations and the
 * keys they sign with. Start reading at {@link fr.badgesiae.api.issuer.IssuerProfiles}.
 */
package fr.badgesiae.api.issuer;
