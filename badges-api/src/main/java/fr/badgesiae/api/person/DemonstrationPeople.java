package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.auth.Principal;
import java.util.List;

/** The invented workers of a demonstration. */
public final class DemonstrationPeople {
    private static final List<PersonForm> FIRST = List.of(
            new PersonForm("Alix", "Exemple"), new PersonForm("Sacha", "Modèle"), new PersonForm("Lou", "Échantillon"));
    private static final List<PersonForm> SECOND =
            List.of(new PersonForm("Charlie", "Essai"), new PersonForm("Nour", "Maquette"));

    private final EditPerson edit;

    DemonstrationPeople(EditPerson edit) {
        this.edit = edit;
    }

    /** A few people of one organisation; the first has the information notice already. */
    public PersonId seed(Principal counsellor, boolean first) {
        List<PersonId> made = (first ? FIRST : SECOND)
                .stream().map(names -> edit.create(counsellor, names)).toList();
        edit.noticeGiven(counsellor, made.get(0));
        return made.get(0);
    }
}
