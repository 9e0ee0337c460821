/** How a person gets into their space, as the desk sees it. Start reading at {@link fr.badgesiae.api.person.space.SpaceState}. */
package fr.badgesiae.api.person.space;
