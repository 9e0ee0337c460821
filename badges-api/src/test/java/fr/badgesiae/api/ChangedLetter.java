package fr.badgesiae.api;

import fr.badgesiae.api.offline.code.CodeText;
import fr.badgesiae.api.offline.code.OfflineCode;
import fr.badgesiae.verifier.bake.BakeLocation;
import fr.badgesiae.verifier.bake.Baker;
import fr.badgesiae.verifier.bake.Unbaker;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Changes one letter of what was signed, and leaves the rest as whole as a forger would. */
final class ChangedLetter {
    private ChangedLetter() {}

    /** In the title of a badge; in the recipient where the document has no title. */
    static String json(String document) {
        String changed = document.contains("Peindre un mur")
                ? document.replaceFirst("Peindre un mur", "Peindre un mer")
                : document.replaceFirst("urn:uuid:.", "urn:uuid:" + (document.contains("urn:uuid:a") ? 'b' : 'a'));
        if (changed.equals(document)) {
            throw new IllegalStateException("nothing to change in " + document);
        }
        return changed;
    }

    /** In the payload of a token. */
    static String token(String token) {
        String[] parts = token.split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        parts[1] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json(payload).getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }

    static String text(String badge) {
        return badge.startsWith("ey") ? token(badge) : json(badge);
    }

    /** In the badge inside a picture. */
    static byte[] picture(byte[] picture, BakeLocation place) throws Exception {
        String badge = new String(Unbaker.unbakeAll(picture).texts().get(0).content(), StandardCharsets.UTF_8);
        return Baker.bake(picture, place, text(badge));
    }

    /** In the first badge attached to a document. */
    static byte[] pdf(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSArray files = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            COSStream file = ((COSDictionary) files.getObject(0))
                    .getCOSDictionary(COSName.EF)
                    .getCOSStream(COSName.F);
            String badge = new String(file.createInputStream().readAllBytes(), StandardCharsets.UTF_8);
            try (var written = file.createOutputStream(COSName.FLATE_DECODE)) {
                written.write(json(badge).getBytes(StandardCharsets.UTF_8));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** In the code of an address. */
    static String address(String address) {
        int last = address.length() - 1;
        return address.substring(0, last) + (address.charAt(last) == '7' ? '8' : '7');
    }

    /** What a code says, with another title under the old signature. */
    static String title(String address) {
        CodeText.Read read = CodeText.read(address);
        OfflineCode code = read.code();
        OfflineCode other = new OfflineCode(
                code.issuer(),
                code.id(),
                "Peindre un mer",
                code.name(),
                code.awarded(),
                code.signed(),
                code.ends(),
                code.list(),
                code.index());
        String jws = CodeText.sign(other, read.kid(), data -> read.signature());
        return address.substring(0, address.indexOf(CodeText.PATH)) + CodeText.PATH + CodeText.digits(jws);
    }
}
