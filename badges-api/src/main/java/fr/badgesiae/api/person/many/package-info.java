/** Many people at once. Start reading at {@link fr.badgesiae.api.person.many.NewPeople}. */
package fr.badgesiae.api.person.many;
