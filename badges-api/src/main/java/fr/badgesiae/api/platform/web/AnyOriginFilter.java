package fr.badgesiae.api.platform.web;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Opens the answers of {@link AnyOrigin} resources to scripts of every origin, problems included; never with credentials. */
public final class AnyOriginFilter implements ContainerResponseFilter {
    private static final String HEADERS =
            "Authorization, Content-Type, Accept, DPoP, OAuth-Client-Attestation, OAuth-Client-Attestation-PoP";

    @Inject
    private Provider<ResourceInfo> resource;

    AnyOriginFilter() {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isFor(resource.get())) {
            MultivaluedMap<String, Object> headers = response.getHeaders();
            headers.putSingle("Access-Control-Allow-Origin", "*");
            headers.putSingle("Access-Control-Expose-Headers", "WWW-Authenticate");
        }
    }

    /** Whether the matched resource is open to every origin. */
    public static boolean isFor(ResourceInfo route) {
        Class<?> owner = route.getResourceClass();
        return owner != null && owner.isAnnotationPresent(AnyOrigin.class);
    }

    /** The answer to OPTIONS. */
    public static Response preflight(String methods) {
        return Response.noContent()
                .header("Access-Control-Allow-Methods", methods)
                .header("Access-Control-Allow-Headers", HEADERS)
                .header("Access-Control-Max-Age", "600")
                .build();
    }
}
