package fr.badgesiae.api.observation;

import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;

/** @param informed whether they were given the information sheet */
public record PersonToSee(PersonId id, String name, boolean informed) {
    static PersonToSee read(ObservationDao.PersonRow row) {
        return new PersonToSee(
                new PersonId(row.id()), Person.fullName(row.firstName(), row.lastName()), row.informed());
    }
}
