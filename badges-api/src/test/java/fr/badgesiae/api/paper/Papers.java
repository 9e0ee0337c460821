package fr.badgesiae.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What tests read from documents. */
final class Papers {
    private Papers() {}

    /** Gives the badges of a fixture the drawing of their name. */
    static void picture(PublicPagesFixture pages) {
        StoredImage drawing = DefaultImage.draw(new AchievementContent(
                "Accueillir le public", "", "", Category.TECHNICAL, null, null, EvidencePolicy.NONE, "fr", List.of()));
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE achievement_version SET image = ?, image_type = ?", drawing.bytes(), drawing.type()));
    }

    /** Writes the document to the folder named by {@code -Dpages.kept}, for viewing. */
    static void keep(String path, Answer answer) {
        String folder = System.getProperty("pages.kept");
        if (folder != null && answer.status() == 200) {
            try {
                Files.createDirectories(Path.of(folder));
                Files.write(Path.of(folder, path.substring(path.lastIndexOf('/') + 1)), answer.body());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    static String text(Answer pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** The attached files, as text. */
    static List<String> attached(Answer pdf) throws IOException {
        List<String> files = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            for (int i = 0; i < associated.size(); i++) {
                COSDictionary file = (COSDictionary) associated.getObject(i);
                assertThat(file.getNameAsString("AFRelationship")).isEqualTo("Data");
                files.add(new String(
                        file.getCOSDictionary(COSName.EF)
                                .getCOSStream(COSName.F)
                                .createInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** The report of the API on an uploaded document. */
    static String verified(PublicPagesFixture pages, Answer pdf) {
        return pages.web
                .call("POST", "/api/v1/verifications", Map.of("Content-Type", "application/pdf"), pdf.body())
                .text();
    }
}
