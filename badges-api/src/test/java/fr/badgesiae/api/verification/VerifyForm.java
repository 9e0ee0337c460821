package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The form of {@code /verify} as a browser sends it. */
final class VerifyForm {
    static final String BOUNDARY = "----brought";
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private VerifyForm() {}

    static byte[] of(byte[] file, String text) {
        return of(file.length == 0 ? "" : "badge", file, text);
    }

    /** @param fileName empty where no file is chosen */
    private static byte[] of(String fileName, byte[] file, String text) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                head("name=\"file\"; filename=\"" + fileName + "\"\r\n" + "Content-Type: application/octet-stream"));
        body.writeBytes(file);
        body.writeBytes(head("name=\"text\""));
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] head(String disposition) {
        return ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static Answer send(WebHarness web, byte[] file, String text, String language) {
        return send(web, of(file, text), language);
    }

    /** Sends a chosen file of no bytes. */
    static Answer sendEmptyFile(WebHarness web, String text, String language) {
        return send(web, of("badge.json", new byte[0], text), language);
    }

    private static Answer send(WebHarness web, byte[] form, String language) {
        return web.call(
                "POST",
                "/verify?lang=" + language,
                Map.of("Content-Type", TYPE, "Accept", "text/html", "Accept-Language", language),
                form);
    }
}
