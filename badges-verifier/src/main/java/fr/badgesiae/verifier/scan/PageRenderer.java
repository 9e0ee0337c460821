package fr.badgesiae.verifier.scan;

import fr.badgesiae.verifier.read.BadgeFinder;
import java.awt.Color;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Renders a page as far as a QR code needs it, under a bound on operations: shapes and images, no text (so that no font is
 * loaded), shading, pattern or soft mask.
 */
final class PageRenderer {
    private static final int MAX_OPERATIONS = 200_000;
    private static final int MAX_FORMS = 2000;
    private static final int MAX_GROUPS = 20;
    /** Each group within another has a canvas of its own. */
    private static final int MAX_NESTED_GROUPS = 4;

    private static final int MAX_IMAGES = 50;
    private static final int SIDE = 1800;
    /** A clip path with more lines is ignored, as is any beyond this total: its cost grows with the square of the lines. */
    private static final int MAX_CLIP = 200;

    private static final int MAX_CLIPS = 20_000;
    private static final RenderingHints HINTS =
            new RenderingHints(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    private static final float POINTS_AN_INCH = 72f;
    private static final float DOTS_AN_INCH = 200f;

    /** Text, fonts, shading, graphics states with masks and fonts, dashes and line ends. */
    private static final Set<String> SKIPPED = Set.of("Tf", "Tj", "TJ", "'", "\"", "sh", "gs", "d", "j", "J", "i");

    private static final Set<String> DRAW = Set.of("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "BI");

    private final PDDocument document;
    private PaintBudget budget = new PaintBudget(new Rectangle2D.Double());
    private boolean partly;
    private boolean unreadable;
    private boolean drawn;
    private int clipped;
    private int operations;
    private int forms;
    private int groups;
    private int nested;
    private int images;

    PageRenderer(PDDocument document) {
        this.document = document;
    }

    /** The rendered page; empty when nothing is drawn on it or it cannot be rendered. */
    Optional<GreyImage> render(int page) {
        try {
            PDRectangle box = document.getPage(page).getCropBox();
            float longSide = Math.max(box.getWidth(), box.getHeight());
            if (!(box.getWidth() > 1 && box.getHeight() > 1 && longSide < 1e6f)) {
                return Optional.empty();
            }
            PageCost cost = new PageCost();
            if (!cost.isAllowed(document.getPage(page))) {
                partly = true;
                return Optional.empty();
            }
            unreadable = cost.unreadable();
            budget = new PaintBudget(
                    new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight()));
            float scale = Math.min(DOTS_AN_INCH / POINTS_AN_INCH, SIDE / longSide);
            BufferedImage image = new Bounded().renderImage(page, scale, ImageType.RGB);
            return drawn ? Optional.of(ImageDecoder.grey(image)) : Optional.empty();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            partly = true;
            return Optional.empty();
        }
    }

    /** Whether something was skipped because of its cost. */
    boolean partly() {
        return partly;
    }

    /** Whether the page shows an image in an unsupported format. */
    boolean unreadable() {
        return unreadable;
    }

    private final class Bounded extends PDFRenderer {
        Bounded() {
            super(PageRenderer.this.document);
            setSubsamplingAllowed(true);
            setRenderingHints(HINTS);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            Drawer drawer = new Drawer(parameters);
            drawer.setAnnotationFilter(annotation -> false);
            return drawer;
        }
    }

    private final class Drawer extends PageDrawer {
        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++operations > MAX_OPERATIONS) {
                partly = true;
                return;
            }
            if (operator.getName().equals("BI") && !InlineImageCost.isAllowed(operator)) {
                partly = true;
                return;
            }
            if (!SKIPPED.contains(operator.getName())) {
                drawn |= DRAW.contains(operator.getName());
                super.processOperator(operator, operands);
            }
        }

        @Override
        public void fillPath(int windingRule) throws IOException {
            if (allows(0)) {
                super.fillPath(windingRule);
            }
        }

        @Override
        public void strokePath() throws IOException {
            if (allows(getGraphicsState().getLineWidth())) {
                super.strokePath();
            }
        }

        /** The library implements this through the other two operators. */
        private boolean allows(float lineWidth) {
            Point2D wide = getGraphicsState()
                    .getCurrentTransformationMatrix()
                    .createAffineTransform()
                    .deltaTransform(new Point2D.Double(lineWidth, lineWidth), null);
            boolean allows = budget.allows(getLinePath(), Math.max(Math.abs(wide.getX()), Math.abs(wide.getY())));
            if (!allows) {
                partly = true;
                getLinePath().reset();
            }
            return allows;
        }

        @Override
        public void clip(int windingRule) {
            int segments = PaintBudget.segments(getLinePath());
            clipped += segments;
            if (segments <= MAX_CLIP && clipped <= MAX_CLIPS) {
                super.clip(windingRule);
            }
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            long pixels = (long) image.getWidth() * image.getHeight();
            if (pixels > BadgeFinder.MAX_PIXELS || ++images > MAX_IMAGES) {
                partly = true;
                return;
            }
            super.drawImage(image);
        }

        @Override
        public void showForm(PDFormXObject form) throws IOException {
            if (++forms > MAX_FORMS) {
                partly = true;
                return;
            }
            super.showForm(form);
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
            if (++groups > MAX_GROUPS || nested == MAX_NESTED_GROUPS) {
                partly = true;
                return;
            }
            nested++;
            try {
                super.showTransparencyGroup(group);
            } finally {
                nested--;
            }
        }

        @Override
        public void shadingFill(COSName shading) {
            // no QR code is drawn this way
        }

        @Override
        protected Paint getPaint(PDColor color) throws IOException {
            return color.getColorSpace() instanceof PDPattern ? Color.WHITE : super.getPaint(color);
        }
    }
}
