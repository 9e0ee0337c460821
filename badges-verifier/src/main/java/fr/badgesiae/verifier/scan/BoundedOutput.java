package fr.badgesiae.verifier.scan;

import com.github.weisj.jsvg.renderer.output.Output;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Hands shapes to a canvas for as long as the ground that they cover stays below a bound. */
final class BoundedOutput implements InvocationHandler {
    /** How often a drawing may cover its whole canvas. */
    private static final int MAX_COATS = 100;

    private final Output output;
    private final double[] left;
    private final Rectangle2D canvas;

    private BoundedOutput(Output output, double[] left, Rectangle2D canvas) {
        this.output = output;
        this.left = left;
        this.canvas = canvas;
    }

    static Output of(Graphics2D graphics, int width, int height) {
        double[] left = {(double) MAX_COATS * width * height};
        return of(Output.createForGraphics(graphics), left, new Rectangle2D.Double(0, 0, width, height));
    }

    private static Output of(Output output, double[] left, Rectangle2D canvas) {
        return (Output) Proxy.newProxyInstance(
                Output.class.getClassLoader(), new Class<?>[] {Output.class}, new BoundedOutput(output, left, canvas));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "fillShape" -> cover((Shape) arguments[0]);
            case "drawShape" -> cover(output.stroke().createStrokedShape((Shape) arguments[0]));
            default -> {}
        }
        try {
            Object answer = method.invoke(output, arguments);
            return answer instanceof Output child ? of(child, left, canvas) : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void cover(Shape shape) {
        Rectangle2D box = output.transform()
                .createTransformedShape(shape.getBounds2D())
                .getBounds2D()
                .createIntersection(canvas);
        left[0] -= Math.max(1, box.getWidth()) * Math.max(1, box.getHeight());
        if (!(left[0] > 0)) {
            throw new TooMuchException();
        }
    }

    /** Stackless: the bound was reached. */
    static final class TooMuchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchException() {
            super("too much to draw", null, false, false);
        }
    }
}
