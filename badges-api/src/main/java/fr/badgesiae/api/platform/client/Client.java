package fr.badgesiae.api.platform.client;

import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * The client of a request, for limits only: it proves nothing.
 *
 * @param network where the request comes from
 * @param device what the device keeps of earlier sign-ins
 */
public record Client(ClientNetwork network, KnownDevice device) {
    static final String PROPERTY = Client.class.getName();

    /** A client of which nothing is known. */
    public static Client unknown() {
        return new Client(ClientNetwork.UNKNOWN, KnownDevice.none());
    }

    /** The client of a request; unknown outside a server. */
    public static Client of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof Client client ? client : unknown();
    }
}
