package fr.badgesiae.api.platform.mail;

import java.util.UUID;

/** Brings one kind of message to a server of others. Thread-safe. */
public interface MessageTransport {
    MessageKind kind();

    /**
     * Makes one attempt, in bounded time. Throws nothing for what a server or a network does, and logs no address.
     *
     * @param id the same for each attempt of one message, so that a second copy can be told from a second message
     */
    Delivery send(UUID id, OutgoingMessage message);
}
