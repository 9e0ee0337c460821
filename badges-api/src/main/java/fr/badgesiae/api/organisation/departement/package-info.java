/**
 * The départements of an organisation. Uses no other room. Start at {@link
 * fr.badgesiae.api.organisation.departement.Departements}.
 */
package fr.badgesiae.api.organisation.departement;
