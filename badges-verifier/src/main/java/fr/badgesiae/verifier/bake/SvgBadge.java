package fr.badgesiae.verifier.bake;

import fr.badgesiae.verifier.bake.Unbaked.State;
import fr.badgesiae.verifier.bake.XmlTokenizer.Kind;
import fr.badgesiae.verifier.codec.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SVG element of a badge (Open Badges 3.0, 5.3.2; Open Badges 2.0, Badge Baking). */
final class SvgBadge {
    /** The root element must start within this many bytes. */
    private static final int START = 64 << 10;

    private SvgBadge() {}

    /** Whether the first element is {@code svg}, with any prefix. */
    static boolean isSvg(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] > ' ' && bytes[0] != '<') {
            return false; // no XML encoding starts so, but most other badges do
        }
        String start = XmlText.decode(bytes, START);
        if (!start.startsWith("<")) {
            return false;
        }
        XmlTokenizer markup = new XmlTokenizer(start);
        for (Kind kind = markup.next(); kind != Kind.END && kind != Kind.BROKEN; kind = markup.next()) {
            if (kind == Kind.OPEN || kind == Kind.EMPTY) {
                return localName(markup.name()).equals("svg");
            }
        }
        return false;
    }

    static BakedTexts unbake(byte[] svg) {
        if (svg.length > Unbaker.MAX_CONTENT) {
            return BakedTexts.none(State.TOO_LARGE, false);
        }
        SvgScan scan = SvgScan.of(XmlText.decode(svg, svg.length));
        if (scan.tooDeep()) {
            return BakedTexts.none(State.TOO_DEEP, false);
        }
        Map<String, Unbaked> texts = new LinkedHashMap<>();
        for (BakeLocation slot : BakeLocation.values()) {
            for (SvgScan.Element element : scan.of(slot)) {
                Unbaked text = content(element, scan.damaged());
                texts.putIfAbsent(slot + " " + text.state() + " " + Sha256.hex(text.content()), text);
            }
        }
        boolean more = texts.size() > BakedTexts.MAX_TEXTS;
        return BakedTexts.of(texts.values().stream().limit(BakedTexts.MAX_TEXTS).toList(), scan.damaged(), more);
    }

    /**
     * A JWS in {@code verify} is the badge. A URL in {@code verify} only states where the embedded assertion is hosted: the
     * assertion counts.
     */
    private static Unbaked content(SvgScan.Element element, boolean damaged) {
        String verify = element.verify().strip();
        String inside = element.content().strip();
        boolean address = verify.startsWith("http:") || verify.startsWith("https:");
        boolean useVerify = !verify.isEmpty() && (inside.isEmpty() || !address);
        String text = useVerify ? verify : inside;
        String place = element.name() + (useVerify ? "/@verify" : "") + " at character " + element.from();
        State state = text.isEmpty() || !element.closed() ? State.BROKEN : State.FOUND;
        return new Unbaked(state, element.slot(), text.getBytes(StandardCharsets.UTF_8), place, damaged);
    }

    static byte[] bake(byte[] svg, BakeLocation slot, String credential) throws BakingException {
        if (svg.length > Unbaker.MAX_CONTENT || !XmlText.isUtf8(svg)) {
            throw new BakingException("the SVG is not in UTF-8, or larger than " + Unbaker.MAX_CONTENT + " bytes");
        }
        String text = XmlText.decode(svg, svg.length);
        SvgScan scan = SvgScan.of(text);
        if (scan.damaged() || scan.tooDeep()) {
            throw new BakingException("the SVG is damaged");
        }
        StringBuilder out = new StringBuilder(text.length() + credential.length() + 256);
        int at = 0;
        for (Cut cut : cuts(scan, slot, credential, text)) {
            out.append(text, at, cut.from()).append(cut.instead());
            at = cut.to();
        }
        return out.append(text.substring(at)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private record Cut(int from, int to, String instead) {}

    private static List<Cut> cuts(SvgScan scan, BakeLocation slot, String credential, String text) {
        List<Cut> cuts = new ArrayList<>();
        String element = element(slot, credential);
        int end = scan.rootTagEnd();
        if (scan.rootIsEmpty()) {
            cuts.add(new Cut(text.lastIndexOf('/', end), end, ">" + element + "</" + scan.rootName() + ">"));
        } else {
            cuts.add(new Cut(end, end, element));
        }
        scan.of(slot).forEach(old -> cuts.add(new Cut(old.from(), old.to(), "")));
        return cuts;
    }

    /** Declares its own prefix, so that the element can be moved. */
    private static String element(BakeLocation slot, String credential) {
        String start = "<openbadges:" + slot.element() + " xmlns:openbadges=\"" + slot.namespace() + "\"";
        String end = "</openbadges:" + slot.element() + ">";
        return credential.startsWith("{")
                ? start + "><![CDATA[" + credential.replace("]]>", "]]]]><![CDATA[>") + "]]>" + end
                : start + " verify=\"" + escaped(credential) + "\">" + end;
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    static String localName(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    static Optional<BakeLocation> slotOf(String localName, String namespace) {
        for (BakeLocation slot : BakeLocation.values()) {
            if (slot.element().equals(localName) && slot.namespace().equals(namespace)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }
}
