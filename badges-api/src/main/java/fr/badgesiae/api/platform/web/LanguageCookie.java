package fr.badgesiae.api.platform.web;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.i18n.Languages;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import org.jspecify.annotations.Nullable;

/** Stores the language of the switch ({@code ?lang=}) in a cookie. */
final class LanguageCookie implements ContainerResponseFilter {
    private static final int ONE_YEAR = 365 * 24 * 3600;

    private final Settings settings;

    @Inject
    private Provider<ResourceInfo> resource;

    LanguageCookie(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String tag = request.getUriInfo().getQueryParameters().getFirst(Languages.NAME);
        if (!isOffered(tag) || cookieless()) {
            return;
        }
        NewCookie cookie = new NewCookie.Builder(Languages.NAME)
                .value(tag)
                .path("/")
                .maxAge(ONE_YEAR)
                .httpOnly(true)
                .secure(settings.secureCookies())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie);
    }

    private boolean isOffered(@Nullable String tag) {
        return settings.languages().all().stream()
                .anyMatch(language -> language.getLanguage().equals(tag));
    }

    private boolean cookieless() {
        Class<?> owner = resource.get().getResourceClass();
        return owner == null || owner.isAnnotationPresent(Cookieless.class);
    }
}
