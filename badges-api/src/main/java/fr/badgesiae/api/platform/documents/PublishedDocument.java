package fr.badgesiae.api.platform.documents;

/**
 * A document exactly as its public address serves it.
 *
 * @param mediaType without parameters, such as {@code application/json}
 * @param body the bytes; never changed by a reader
 * @param maxAge seconds for which a copy may be used without asking again
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a client; never compared
public record PublishedDocument(String mediaType, byte[] body, int maxAge) {}
