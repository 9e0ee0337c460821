/**
 * The sites and teams assigned to a member who only proposes: the only people whom that member reads and acts on. Start reading
 * at {@link fr.badgesiae.api.person.team.AssignedPeople}.
 */
package fr.badgesiae.api.person.team;
