package fr.badgesiae.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.AchievementModule;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.limits.ConcurrencyLimit;
import fr.badgesiae.api.platform.pdf.PdfWriter;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    /** A badge with another name, awarded on another day. */
    static IssuedCredential issued(PublicPagesFixture pages, String name, LocalDate on) {
        AwardStatement said = pages.issuing.statement();
        PublishedAchievement badge = said.achievement();
        return pages.issuing.issued(new AwardStatement(
                said.awardId(),
                said.organisation(),
                said.person(),
                said.subject(),
                new PublishedAchievement(
                        badge.id(),
                        badge.achievement(),
                        badge.version(),
                        badge.organisation(),
                        badge.content(),
                        badge.url(),
                        badge.imageUrl(),
                        badge.json().put("name", name)),
                said.narrative(),
                said.evidence(),
                on,
                said.nameChoice(),
                said.displayedName(),
                said.showEvidence(),
                said.offerId(),
                null));
    }

    /** Refuses every document, as one does whose queue is full. */
    static PdfWriter busy() {
        return new PdfWriter(new ConcurrencyLimit(0, Duration.ZERO, "busy"), "Badges IAE");
    }

    /** Draws with pictures read through this connection. */
    static DrawBadge draw(PublicPagesFixture pages, Platform reading) {
        AchievementModule achievement = new AchievementModule(reading, new Organisations(reading.database()));
        return new DrawBadge(reading.settings(), achievement.images(), pages.share.words());
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
            PDFTextStripper stripper = new PDFTextStripper();
            // What is cut off stands behind the next line: no letter of either is left out.
            stripper.setSuppressDuplicateOverlappingText(false);
            return stripper.getText(document).replaceAll("\\s+", " ");
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

    /** How many badges in a document the API finds authentic. */
    static long authentic(PublicPagesFixture pages, Answer pdf) {
        return Pattern.compile("\"headline\":\"AUTHENTIC\"")
                .matcher(verified(pages, pdf))
                .results()
                .count();
    }

    /** The report of the API on an uploaded document. */
    static String verified(PublicPagesFixture pages, Answer pdf) {
        return pages.web
                .call("POST", "/api/v1/verifications", Map.of("Content-Type", "application/pdf"), pdf.body())
                .text();
    }
}
