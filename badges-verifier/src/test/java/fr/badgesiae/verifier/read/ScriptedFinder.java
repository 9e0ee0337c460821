package fr.badgesiae.verifier.read;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A finder whose files are texts that name what was found in them. */
final class ScriptedFinder implements BadgeFinder {
    private final Map<String, Image> images = new HashMap<>();
    private Drawing drawing = new Drawing(State.READ, Codes.NONE, List.of());
    private Document attachments = Document.notOpened(State.READ);
    private Document pages = Document.notOpened(State.READ);

    static Codes codes(String... texts) {
        return new Codes(List.of(texts), false);
    }

    ScriptedFinder image(String bytes, State state, String... texts) {
        images.put(bytes, new Image(state, codes(texts)));
        return this;
    }

    ScriptedFinder illegible(String bytes) {
        images.put(bytes, new Image(State.READ, new Codes(List.of(), true)));
        return this;
    }

    ScriptedFinder drawing(State state, Codes codes, String... embedded) {
        drawing = new Drawing(state, codes, List.of(embedded));
        return this;
    }

    /** What a PDF holds before its pages are searched. */
    ScriptedFinder attachments(State state, boolean partial, String... files) {
        List<Attachment> all = List.of(files).stream()
                .map(file -> new Attachment("file", file.getBytes(StandardCharsets.UTF_8)))
                .toList();
        attachments = new Document(state, all, List.of(), partial, false);
        return this;
    }

    /** What a search of its pages finds. */
    ScriptedFinder pages(Document document) {
        pages = document;
        return this;
    }

    ScriptedFinder pages(Codes... codes) {
        return pages(new Document(State.READ, List.of(), List.of(codes), false, false));
    }

    @Override
    public Image image(byte[] bytes) {
        return images.getOrDefault(new String(bytes, StandardCharsets.UTF_8), new Image(State.UNREADABLE, Codes.NONE));
    }

    @Override
    public Drawing drawing(byte[] svg) {
        return drawing;
    }

    @Override
    public Document document(byte[] pdf, boolean withPages) {
        return withPages ? pages : attachments;
    }
}
