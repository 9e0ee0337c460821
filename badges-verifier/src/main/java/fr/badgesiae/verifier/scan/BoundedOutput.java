package fr.badgesiae.verifier.scan;

import com.github.weisj.jsvg.renderer.output.Output;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Passes shapes to a canvas while the paint budget lasts. */
final class BoundedOutput implements InvocationHandler {
    private final Output output;
    private final PaintBudget ground;

    private BoundedOutput(Output output, PaintBudget ground) {
        this.output = output;
        this.ground = ground;
    }

    static Output of(Graphics2D graphics, int width, int height) {
        return of(Output.createForGraphics(graphics), new PaintBudget(new Rectangle2D.Double(0, 0, width, height)));
    }

    private static Output of(Output output, PaintBudget ground) {
        return (Output) Proxy.newProxyInstance(
                Output.class.getClassLoader(), new Class<?>[] {Output.class}, new BoundedOutput(output, ground));
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
            return answer instanceof Output child ? of(child, ground) : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void cover(Shape shape) {
        if (!ground.bears(output.transform().createTransformedShape(shape), 0)) {
            throw new TooMuchException();
        }
    }

    /** The paint budget is spent. Stackless. */
    static final class TooMuchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchException() {
            super("too much to draw", null, false, false);
        }
    }
}
