package fr.badgesiae.api.platform;

import fr.badgesiae.api.platform.auth.Principal;
import java.time.LocalDate;

/**
 * The members for whom a feature adds demonstration data.
 *
 * @param first the counsellor of the organisation that gets an example of everything
 * @param second the counsellor of the second organisation
 * @param today the day of the seeding
 */
public record DemonstrationData(Principal first, Principal second, LocalDate today) {}
