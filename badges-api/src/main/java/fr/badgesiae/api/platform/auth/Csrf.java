package fr.badgesiae.api.platform.auth;

import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * The CSRF token of forms. Filters check it: {@link CookieCsrf} on URL-encoded forms, {@link FileForms} on forms with files.
 */
public interface Csrf {
    /** The token for the forms of this session or visit. */
    String token(ContainerRequestContext request);

    /** A random key for one form: what is sent twice under it counts once. Empty where there are no forms. */
    default String formKey() {
        return "";
    }
}
