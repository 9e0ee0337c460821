package fr.badgesiae.verifier.scan;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/**
 * The remaining paint of a canvas: the area that shapes cover and the lines that their edges cross, summed over a drawing.
 */
final class PaintBudget {
    /** How many times a drawing may cover its whole canvas. */
    private static final int MAX_COATS = 100;

    /** The cost of one line crossed by an edge, in pixels. */
    private static final int EDGE = 8;

    /** The number of lines that a curve is approximated by. */
    private static final int CURVE = 4;

    private final Rectangle2D canvas;
    private double left;

    PaintBudget(Rectangle2D canvas) {
        this.canvas = canvas;
        this.left = MAX_COATS * canvas.getWidth() * canvas.getHeight();
    }

    /** Whether the shape may be painted. After the first refusal every shape is refused. */
    boolean bears(Shape shape, double lineWidth) {
        Rectangle2D box = shape.getBounds2D();
        Rectangle2D wide = new Rectangle2D.Double(
                box.getX() - lineWidth,
                box.getY() - lineWidth,
                box.getWidth() + 2 * lineWidth,
                box.getHeight() + 2 * lineWidth);
        Rectangle2D seen = wide.createIntersection(canvas);
        left -= Math.max(1, seen.getWidth()) * Math.max(1, seen.getHeight());
        left -= EDGE * edges(shape.getPathIterator(null));
        return left > 0;
    }

    private double edges(PathIterator path) {
        double[] points = new double[6];
        double sum = 0;
        double last = 0;
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(points);
            int steps = kind == PathIterator.SEG_LINETO ? 1 : kind == PathIterator.SEG_MOVETO ? 0 : CURVE;
            int ordinates = kind == PathIterator.SEG_CUBICTO ? 3 : kind == PathIterator.SEG_QUADTO ? 2 : 1;
            for (int i = 0; i < ordinates && kind != PathIterator.SEG_CLOSE; i++) {
                double down = Math.abs(points[2 * i + 1] - last);
                sum += steps * (1 + (down < canvas.getHeight() ? down : canvas.getHeight()));
                last = points[2 * i + 1];
            }
        }
        return sum;
    }

    /** The number of lines and curves of a path. */
    static int segments(Shape shape) {
        int count = 0;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            count++;
        }
        return count;
    }
}
