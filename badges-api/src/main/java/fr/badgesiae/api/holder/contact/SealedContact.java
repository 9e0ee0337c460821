package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.mail.MessageKind;
import java.util.UUID;

/**
 * A confirmed contact as it is stored.
 *
 * @param address sealed
 * @param language the tag of the language that its holder reads
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record SealedContact(UUID id, UUID holderId, MessageKind kind, byte[] address, String language) {}
