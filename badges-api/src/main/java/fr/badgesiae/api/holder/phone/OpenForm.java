package fr.badgesiae.api.holder.phone;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

/** The form of card and PIN, which takes over where a phone opens nothing. */
public interface OpenForm {
    /** @param key of the message */
    Response phoneRefused(ContainerRequestContext request, int status, String key);
}
