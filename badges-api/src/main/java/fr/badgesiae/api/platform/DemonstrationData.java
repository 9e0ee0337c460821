package fr.badgesiae.api.platform;

import fr.badgesiae.api.platform.auth.Principal;
import java.time.LocalDate;

/**
 * Whose demonstration data a feature adds.
 *
 * @param first the counsellor of the organisation that gets an example of everything
 * @param second the counsellor of the organisation beside it
 * @param today the day of the seeding
 */
public record DemonstrationData(Principal first, Principal second, LocalDate today) {}
