package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.picture.Lettering;
import jakarta.ws.rs.core.Response;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A recovery card as a PNG image to keep in a telephone: what the printed card says, in its proportions. */
public final class CardImage {
    /** The size of a bank card (ISO/IEC 7810, ID-1), 85.6 by 54 millimetres, at 20 pixels a millimetre. */
    static final int WIDTH = 1712;

    static final int HEIGHT = 1080;

    private static final int MARGIN = 70;
    private static final int TEXT = 740;
    private static final int QR = 600;
    private static final int TOP = 190;
    private static final double SMALLEST = 0.5;

    private final CardPicture card;
    private final PageContext context;
    private final Lettering letters;
    private final Graphics2D sheet;

    private CardImage(CardPicture card, PageContext context, Lettering letters, Graphics2D sheet) {
        this.card = card;
        this.context = context;
        this.letters = letters;
        this.sheet = sheet;
    }

    /** The image as a file to save. It opens the space: nothing keeps a copy on the way. */
    public static Response file(CardPicture card, PageContext context) {
        return Response.ok(png(card, context), "image/png")
                .header("Content-Disposition", "attachment; filename=\"" + context.t("holder.card.file") + ".png\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    static byte[] png(CardPicture card, PageContext context) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D sheet = image.createGraphics();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Lettering letters = new Lettering()) {
            sheet.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            new CardImage(card, context, letters, sheet).draw();
            ImageIO.write(image, "png", out);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        } finally {
            sheet.dispose();
        }
        return out.toByteArray();
    }

    private void draw() {
        sheet.setColor(Color.WHITE);
        sheet.fillRect(0, 0, WIDTH, HEIGHT);
        sheet.setColor(Color.GRAY);
        sheet.setStroke(new BasicStroke(4));
        sheet.draw(new RoundRectangle2D.Double(2, 2, WIDTH - 4, HEIGHT - 4, 60, 60));
        sheet.setColor(Color.BLACK);
        int wide = WIDTH - 2 * MARGIN;
        int narrow = WIDTH - TEXT - MARGIN;
        fitted(context.t("holder.card.title", context.brand()), MARGIN, 130, 64, wide);
        qr();
        fitted(context.t("holder.card.address"), TEXT, 240, 40, narrow);
        fitted(card.address(), TEXT, 300, 52, narrow);
        fitted(context.t("holder.card.code"), TEXT, 400, 40, narrow);
        code(narrow);
        paragraph(context.t("holder.card.pin"), TEXT, 710, 40, narrow);
        CardContact contact = card.contact();
        if (contact != null) {
            help(contact, wide);
        }
    }

    /** Whom to ask, in two lines at most, and the telephone number large. */
    private void help(CardContact contact, int width) {
        String help = context.t("holder.card.help", contact.organisation());
        double size = 44;
        while (size > 44 * SMALLEST && letters.wrap(help, size, width).size() > 2) {
            size -= 2;
        }
        List<String> lines = letters.wrap(help, size, width);
        int y = 880;
        for (String line : lines.subList(0, Math.min(2, lines.size()))) {
            fitted(line, MARGIN, y, size, width);
            y += 56;
        }
        String phone = contact.phone();
        if (phone != null) {
            fitted(phone, MARGIN, y + 24, 64, width);
        }
    }

    /** The number of the card in two lines of two groups. */
    private void code(int width) {
        String[] groups = card.code().split("-", -1);
        int y = 490;
        for (int i = 0; i < groups.length; i += 2) {
            boolean last = i + 2 >= groups.length;
            String line = i + 1 < groups.length ? groups[i] + "-" + groups[i + 1] : groups[i];
            fitted(last ? line : line + "-", TEXT, y, 96, width);
            y += 110;
        }
    }

    /** Each module is a whole number of pixels: a camera reads sharp edges. */
    private void qr() {
        int module = QR / card.qr().size();
        for (int y = 0; y < card.qr().size(); y++) {
            for (int x = 0; x < card.qr().size(); x++) {
                if (card.qr().dark(x, y)) {
                    sheet.fillRect(MARGIN - 20 + x * module, TOP + y * module, module, module);
                }
            }
        }
    }

    private void paragraph(String text, int x, int top, double size, int width) {
        int y = top;
        for (String line : letters.wrap(text, size, width)) {
            fitted(line, x, y, size, width);
            y += (int) (size * 1.3);
        }
    }

    /** A line, smaller where it would be too long. */
    private void fitted(String line, int x, int y, double size, int width) {
        double shown = Math.min(size, size * width / Math.max(1, letters.width(line, size)));
        sheet.fill(letters.line(line, x, y, shown));
    }
}
