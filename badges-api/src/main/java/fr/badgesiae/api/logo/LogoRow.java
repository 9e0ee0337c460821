package fr.badgesiae.api.logo;

import org.jspecify.annotations.Nullable;

/** An organisation with its logo; type and image are null where it uploaded none. */
@SuppressWarnings("ArrayRecordComponent") // read from a row; never compared as a record
public record LogoRow(String publicName, @Nullable String imageType, byte @Nullable [] image) {}
