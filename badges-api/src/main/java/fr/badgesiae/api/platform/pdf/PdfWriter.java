package fr.badgesiae.api.platform.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import fr.badgesiae.api.platform.client.ClientNetwork;
import fr.badgesiae.api.platform.limits.ConcurrencyLimit;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page as a PDF (PDF/A-3u, PDF/UA-1). All fonts and pictures are inside; a picture is a data URL, and no address is ever
 * fetched.
 */
public final class PdfWriter {
    private static final String PICTURE = "data:image/png;base64,";
    /** What all papers share, and then what each of them has of its own. */
    private static final List<String> STYLES = List.of("pages", "sheet", "portfolio", "card-and-strip");

    private final ConcurrencyLimit limit;
    private final String producer;
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final String style = style();
    private volatile @Nullable Fonts fonts;

    /**
     * @param limit how many are written at a time
     * @param producer named in the properties of the documents
     */
    public PdfWriter(ConcurrencyLimit limit, String producer) {
        this.limit = limit;
        this.producer = producer;
        XRLog.setLoggingEnabled(false);
    }

    /**
     * Writes a document.
     *
     * @param client who asks: one network takes its share of the queue only
     * @param build makes what the document holds, once its turn has come
     * @throws fr.badgesiae.api.platform.problem.ProblemException OVERLOADED when too many are asked for at once
     */
    public byte[] apply(ClientNetwork client, Supplier<Contents> build) {
        return limit.run(client, () -> write(build.get()));
    }

    /**
     * What a document holds.
     *
     * @param html a whole page, with a title and a language; another size than A4 stands in a style of its own,
     *     {@code body} has the class of its paper
     */
    public record Contents(String html, List<Attachment> attachments) {}

    private byte[] write(Contents contents) {
        Document page = printable(Jsoup.parse(contents.html()));
        String families = fonts().familiesOf(text(page));
        // before the styles of the page, which may choose another size
        page.head().prependElement("style").appendText(style + "body{font-family:" + families + "}");
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(new W3CDom().namespaceAware(false).fromJsoup(page), "")
                .useUriResolver((base, uri) -> uri.startsWith(PICTURE) ? uri : null)
                .useExternalResourceAccessControl(
                        (uri, type) -> uri != null && uri.startsWith(PICTURE),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> uri != null && uri.startsWith(PICTURE),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useUnicodeBidiReorderer(new VisualOrder())
                .useUnicodeBidiSplitter(VisualOrder::new)
                .useColorProfile(colours)
                .usePdfAConformance(PdfAConformance.PDFA_3_U)
                .usePdfUaAccessibility(true)
                .withProducer(producer);
        fonts().give(builder, families);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            AttachedFiles.add(document, contents.attachments());
            // embeds the fonts, whose maps can be changed only then
            document.save(OutputStream.nullOutputStream());
            UnicodeOfGlyphs.restore(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fonts fonts() {
        Fonts read = fonts;
        if (read == null) {
            read = Fonts.read();
            fonts = read;
        }
        return read;
    }

    /** The page with glyphs for each of its characters. */
    private Document printable(Document page) {
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text) {
                        text.text(fonts().printable(text.getWholeText()));
                    }
                },
                page);
        return page;
    }

    private static String text(Document page) {
        StringBuilder text = new StringBuilder();
        for (Element body : page.select("body")) {
            NodeTraversor.traverse(
                    (node, depth) -> {
                        if (node instanceof TextNode part) {
                            text.append(part.getWholeText());
                        }
                    },
                    body);
        }
        return text.toString();
    }

    private static String style() {
        StringBuilder style = new StringBuilder();
        for (String name : STYLES) {
            try (InputStream file = Objects.requireNonNull(PdfWriter.class.getResourceAsStream(name + ".css"))) {
                style.append(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return style.toString();
    }
}
