package fr.badgesiae.verifier.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;

/** Makes PDFs for tests. */
public final class Pdfs {
    private final PDDocument document = new PDDocument();

    /** A number of empty pages. */
    public Pdfs pages(int count) {
        for (int i = 0; i < count; i++) {
            document.addPage(new PDPage());
        }
        return this;
    }

    /** A page with a picture. */
    public Pdfs picture(BufferedImage image) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(LosslessFactory.createFromImage(document, image), 300, 400, 120, 120);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A page with a picture within its own text. */
    public Pdfs inline(BufferedImage image) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            byte[] shades = new byte[image.getWidth() * image.getHeight()];
            for (int i = 0; i < shades.length; i++) {
                shades[i] = (byte) image.getRGB(i % image.getWidth(), i / image.getWidth());
            }
            content.drawImage(new PDInlineImage(parameters(image), shades, page.getResources()), 200, 300, 240, 240);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static COSDictionary parameters(BufferedImage image) {
        COSDictionary parameters = new COSDictionary();
        parameters.setInt(COSName.W, image.getWidth());
        parameters.setInt(COSName.H, image.getHeight());
        parameters.setInt(COSName.BPC, 8);
        parameters.setItem(COSName.CS, COSName.G);
        return parameters;
    }

    /** A page with a picture drawn as squares. */
    public Pdfs squares(GreyImage code, int module) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            for (int y = 0; y < code.height(); y += module) {
                for (int x = 0; x < code.width(); x += module) {
                    if ((code.pixels()[y * code.width() + x] & 0xFF) < 128) {
                        content.addRect(100 + x * 3f / module, 500 - y * 3f / module, 3, 3);
                    }
                }
            }
            content.fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Pdfs attach(String name, byte[] bytes) {
        try {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(name);
            PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
            file.setEmbeddedFile(embedded);
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of(name, file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Pdfs encrypted(String password) {
        try {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (document) {
            document.setDocumentId(1L);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
