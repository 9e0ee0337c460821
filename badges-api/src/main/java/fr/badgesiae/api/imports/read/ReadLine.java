package fr.badgesiae.api.imports.read;

import fr.badgesiae.api.imports.content.LineReason;
import org.jspecify.annotations.Nullable;

/**
 * The names of a line.
 *
 * @param reason to look at them or not to add them; null without one
 */
public record ReadLine(
        int line,
        String firstName,
        String lastName,
        @Nullable LineReason reason) {}
