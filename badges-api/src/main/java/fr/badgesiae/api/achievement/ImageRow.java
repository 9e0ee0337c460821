package fr.badgesiae.api.achievement;

/** An image as stored: already cleaned and re-encoded. */
@SuppressWarnings("ArrayRecordComponent") // on its way to a response; never compared
public record ImageRow(String imageType, byte[] image) {}
