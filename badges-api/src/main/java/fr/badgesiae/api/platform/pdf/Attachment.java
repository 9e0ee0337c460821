package fr.badgesiae.api.platform.pdf;

import java.time.Instant;

/**
 * A file inside a PDF.
 *
 * @param type its media type
 * @param description a sentence for readers of the PDF
 * @param at the time of its last change
 */
@SuppressWarnings("ArrayRecordComponent") // written to a document; never compared
public record Attachment(String name, String type, byte[] content, String description, Instant at) {}
