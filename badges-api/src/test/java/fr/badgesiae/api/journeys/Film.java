package fr.badgesiae.api.journeys;

import fr.badgesiae.api.platform.qr.QrCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A film in which a camera sees a QR code on grey paper: YUV4MPEG2, as Chromium takes it. */
final class Film {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final byte PAPER = (byte) 215;
    private static final byte INK = 40;

    private Film() {}

    static Path of(String text, Path folder) {
        QrCode qr = QrCode.compact(text);
        int scale = 680 / qr.size();
        int left = (WIDTH - qr.size() * scale) / 2;
        int top = (HEIGHT - qr.size() * scale) / 2;
        byte[] light = new byte[WIDTH * HEIGHT];
        Arrays.fill(light, PAPER);
        for (int y = 0; y < qr.size() * scale; y++) {
            for (int x = 0; x < qr.size() * scale; x++) {
                if (qr.dark(x / scale, y / scale)) {
                    light[(top + y) * WIDTH + left + x] = INK;
                }
            }
        }
        byte[] colour = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(colour, (byte) 128);
        try {
            ByteArrayOutputStream film = new ByteArrayOutputStream();
            film.write("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 3; i++) {
                film.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                film.write(light);
                film.write(colour);
            }
            return Files.write(folder.resolve("camera.y4m"), film.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
