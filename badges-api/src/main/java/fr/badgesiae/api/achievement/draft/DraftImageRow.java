package fr.badgesiae.api.achievement.draft;

/**
 * A draft's image, with the content that the default image is drawn from.
 *
 * @param type null without an own image
 * @param image null without an own image
 */
@SuppressWarnings("ArrayRecordComponent") // read for a response; never compared
public record DraftImageRow(String content, String type, byte[] image) {}
