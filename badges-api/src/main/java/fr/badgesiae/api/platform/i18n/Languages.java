package fr.badgesiae.api.platform.i18n;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language of a request: from {@code ?lang=}, else the cookie {@code lang}, else Accept-Language, else French. */
public final class Languages {
    /** The name of the query parameter and of the cookie. */
    public static final String NAME = "lang";

    public static final List<Locale> OFFERED = List.of(Locale.FRENCH, Locale.ENGLISH);

    private Languages() {}

    /** The language to answer in. */
    public static Locale of(ContainerRequestContext request) {
        return known(request.getUriInfo().getQueryParameters().getFirst(NAME))
                .or(() -> remembered(request))
                .orElseGet(() -> accepted(request.getHeaderString("Accept-Language")));
    }

    private static Optional<Locale> remembered(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(NAME)).flatMap(cookie -> known(cookie.getValue()));
    }

    /** The first of our languages in an Accept-Language header, in the order of its weights; French when none is. */
    public static Locale accepted(@Nullable String header) {
        if (header == null || header.length() > 500) {
            return Locale.FRENCH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), OFFERED);
            return found == null ? Locale.FRENCH : found;
        } catch (IllegalArgumentException malformed) {
            return Locale.FRENCH;
        }
    }

    /** One of our languages by its tag. */
    public static Optional<Locale> known(@Nullable String tag) {
        return OFFERED.stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst();
    }
}
