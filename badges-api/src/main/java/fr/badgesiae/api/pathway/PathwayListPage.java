package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.Person;
import java.util.List;

/**
 * A worker's pathways, the newest first.
 *
 * @param revealed the pathway whose PASS IAE number is shown, or null
 * @param passIae that number in groups, or null
 */
public record PathwayListPage(Person person, List<Pathway> pathways, String revealed, String passIae) {}
