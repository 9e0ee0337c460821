package fr.badgesiae.verifier.bake;

import fr.badgesiae.verifier.bake.XmlTokenizer.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pass over an SVG: root element, baked badges, and well-formedness of its tags (Namespaces in XML 1.0). */
final class SvgScan {
    /**
     * An element with a badge.
     *
     * @param verify the attribute, or an empty string
     * @param content its text
     * @param from start offset in the file
     * @param to end offset
     * @param closed whether it has an end tag
     */
    record Element(BakeLocation slot, String name, String verify, String content, int from, int to, boolean closed) {}

    private record Open(String name, Map<String, String> namespaces) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Element> elements = new ArrayList<>();
    private final XmlTokenizer markup;
    private String rootName = "";
    private int rootTagEnd;
    private boolean rootIsEmpty;
    private boolean damaged;
    private boolean tooDeep;

    private SvgScan(String text) {
        this.markup = new XmlTokenizer(text);
    }

    static SvgScan of(String text) {
        SvgScan scan = new SvgScan(text);
        scan.run();
        return scan;
    }

    private void run() {
        for (Kind kind = markup.next(); kind != Kind.END; kind = markup.next()) {
            switch (kind) {
                case BROKEN -> damaged = true;
                case OPEN, EMPTY -> start(kind == Kind.EMPTY);
                case CLOSE -> close();
                default -> {}
            }
            if (damaged || tooDeep) {
                return;
            }
        }
        damaged = !open.isEmpty() || rootName.isEmpty();
    }

    private void start(boolean empty) {
        String name = markup.name();
        if (rootName.isEmpty()) {
            rootName = name;
            rootTagEnd = markup.to();
            rootIsEmpty = empty;
        } else if (open.isEmpty()) {
            damaged = true; // a second root
            return;
        }
        if (open.size() >= Unbaker.MAX_DEPTH) {
            tooDeep = true;
            return;
        }
        Map<String, String> attributes = markup.attributes();
        open.push(new Open(name, namespaces(attributes)));
        Optional<BakeLocation> slot = slot(name);
        if (slot.isPresent()) {
            element(slot.get(), name, attributes.getOrDefault("verify", ""), empty);
        } else if (empty) {
            open.pop();
        }
    }

    private static Map<String, String> namespaces(Map<String, String> attributes) {
        Map<String, String> declared = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                declared.put(name.equals("xmlns") ? "" : name.substring(6), value);
            }
        });
        return declared;
    }

    private Optional<BakeLocation> slot(String name) {
        String local = SvgBadge.localName(name);
        if (!local.equals(BakeLocation.OB3.element()) && !local.equals(BakeLocation.OB2.element())) {
            return Optional.empty();
        }
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        return open.stream()
                .map(each -> each.namespaces().get(prefix))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .flatMap(namespace -> SvgBadge.slotOf(local, namespace));
    }

    /** Reads to the end of the badge's element; the content of nested elements is ignored. */
    private void element(BakeLocation slot, String name, String verify, boolean empty) {
        int from = markup.from();
        int depth = open.size();
        StringBuilder content = new StringBuilder();
        if (empty) {
            open.pop();
        }
        boolean closed = empty;
        while (!closed && !damaged && !tooDeep) {
            Kind kind = markup.next();
            switch (kind) {
                case TEXT, CDATA -> content.append(open.size() == depth ? markup.content() : "");
                case OPEN -> {
                    tooDeep = open.size() >= Unbaker.MAX_DEPTH;
                    open.push(new Open(markup.name(), Map.of()));
                }
                case CLOSE -> close();
                case END, BROKEN -> damaged = true;
                default -> {}
            }
            closed = !damaged && open.size() < depth;
        }
        elements.add(new Element(slot, name, verify, content.toString(), from, markup.to(), closed));
    }

    private void close() {
        if (open.isEmpty() || !open.peek().name().equals(markup.name())) {
            damaged = true;
        } else {
            open.pop();
        }
    }

    List<Element> of(BakeLocation slot) {
        return elements.stream().filter(element -> element.slot() == slot).toList();
    }

    /** The name of the root element, prefix included; empty when there is none. */
    String rootName() {
        return rootName;
    }

    int rootTagEnd() {
        return rootTagEnd;
    }

    boolean rootIsEmpty() {
        return rootIsEmpty;
    }

    boolean damaged() {
        return damaged;
    }

    boolean tooDeep() {
        return tooDeep;
    }
}
