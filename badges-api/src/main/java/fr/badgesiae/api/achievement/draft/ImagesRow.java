package fr.badgesiae.api.achievement.draft;

/**
 * A draft's own image beside its newest version.
 *
 * @param type of the own image, or null
 * @param image the own image, or null
 * @param publishedContent of the newest version, or null
 * @param publishedImage of the newest version, or null
 */
@SuppressWarnings("ArrayRecordComponent") // its arrays are compared in Publication, the records never
public record ImagesRow(String type, byte[] image, String publishedContent, byte[] publishedImage) {}
