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

    /** The language to answer in, French or English. */
    public static Locale of(ContainerRequestContext request) {
        return of(request, OFFERED);
    }

    /** The language to answer in, of those that the page has. Whoever chose an added one reads other pages in French. */
    public static Locale of(ContainerRequestContext request, List<Locale> among) {
        return chosen(request.getUriInfo().getQueryParameters().getFirst(NAME), among)
                .or(() -> remembered(request, among))
                .orElseGet(() -> accepted(request.getHeaderString("Accept-Language"), among));
    }

    private static Optional<Locale> remembered(ContainerRequestContext request, List<Locale> among) {
        return Optional.ofNullable(request.getCookies().get(NAME)).flatMap(cookie -> chosen(cookie.getValue(), among));
    }

    private static Optional<Locale> chosen(@Nullable String tag, List<Locale> among) {
        return AddedLanguages.named(tag, among)
                .or(() -> AddedLanguages.named(tag, AddedLanguages.WRITTEN).map(added -> Locale.FRENCH));
    }

    /** French or English, whichever is first in an Accept-Language header, in the order of its weights; French when none is. */
    public static Locale accepted(@Nullable String header) {
        return accepted(header, OFFERED);
    }

    private static Locale accepted(@Nullable String header, List<Locale> among) {
        if (header == null || header.length() > 500) {
            return Locale.FRENCH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), among);
            return found == null ? Locale.FRENCH : found;
        } catch (IllegalArgumentException malformed) {
            return Locale.FRENCH;
        }
    }
}
