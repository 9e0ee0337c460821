package fr.badgesiae.api.verification.resemblance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A name of a registered issuer.
 *
 * @param organisation null for an issuer of an imported list
 * @param name one of its published names
 * @param shown the name under which it is registered
 */
public record RegisteredName(@Nullable UUID organisation, String name, String shown) {}
