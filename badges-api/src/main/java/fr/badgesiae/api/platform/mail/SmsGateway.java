package fr.badgesiae.api.platform.mail;

import fr.badgesiae.api.platform.Secret;
import java.net.URI;

/**
 * The gateway that takes our SMS, see {@link JsonSmsTransport}.
 *
 * @param address https, or http on this machine
 * @param sender the name or number that an SMS comes from; may be empty
 */
public record SmsGateway(URI address, Secret<String> token, String sender) {}
