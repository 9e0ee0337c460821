package fr.badgesiae.api.holder.imported;

import fr.badgesiae.verifier.bake.Unbaker;
import fr.badgesiae.verifier.read.detect.FileSignatures;

/** The form of a file that was brought, as its first bytes tell: a closed list, stored. */
public enum ImportedForm {
    JSON("application/json", "json"),
    /** A JWT, or an address. */
    TEXT("text/plain", "txt"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    SVG("image/svg+xml", "svg"),
    PDF("application/pdf", "pdf");

    private final String type;
    private final String extension;

    ImportedForm(String type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    String type() {
        return type;
    }

    String extension() {
        return extension;
    }

    /** The form that the verifier reads these bytes as. */
    static ImportedForm of(byte[] bytes) {
        byte first = bytes.length == 0 ? 0 : bytes[0];
        if (first == '{' || first == '[') {
            return JSON;
        }
        if (Unbaker.isPng(bytes)) {
            return PNG;
        }
        if (FileSignatures.isJpeg(bytes)) {
            return JPEG;
        }
        if (FileSignatures.isPdf(bytes)) {
            return PDF;
        }
        return Unbaker.isSvg(bytes) ? SVG : TEXT;
    }
}
