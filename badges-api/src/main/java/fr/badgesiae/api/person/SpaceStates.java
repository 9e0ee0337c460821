package fr.badgesiae.api.person;

import fr.badgesiae.api.person.space.SpaceState;
import org.jdbi.v3.core.Handle;

/** How workers get into their space; answered by a feature that knows cards and slips. */
@FunctionalInterface
public interface SpaceStates {
    /** In a transaction on behalf of the worker's organisation. */
    SpaceState of(Handle handle, Person person);
}
