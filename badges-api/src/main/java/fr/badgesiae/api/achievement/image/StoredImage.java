package fr.badgesiae.api.achievement.image;

/**
 * Image of a badge, safe to serve and to embed.
 *
 * @param type the media type of an {@link ImageType}
 * @param bytes our own encoding, never the uploaded bytes
 */
@SuppressWarnings("ArrayRecordComponent") // written to a row or a response; never compared as a record
public record StoredImage(String type, byte[] bytes) {}
