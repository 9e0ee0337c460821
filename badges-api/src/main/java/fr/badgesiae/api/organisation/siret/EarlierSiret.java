package fr.badgesiae.api.organisation.siret;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A SIRET that an organisation had before.
 *
 * @param siret 14 digits
 * @param from the first day, or null for the first one that is known
 * @param until the day on which the next one replaced it
 */
public record EarlierSiret(String siret, @Nullable LocalDate from, LocalDate until) {}
