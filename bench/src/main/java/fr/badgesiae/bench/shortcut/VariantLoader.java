package fr.badgesiae.bench.shortcut;

import java.io.IOException;
import java.io.InputStream;

/**
 * Loads our classes again, one of them from its variant without the shortcut. Each side of a comparison has its own loader:
 * neither runs machine code compiled for the other, and the product contains no switch.
 */
final class VariantLoader extends ClassLoader {
    private static final String OURS = "fr.badgesiae.";
    private static final String VARIANTS = "variants/";

    private final String replaced;

    /** @param replaced the class to take from the variants; an empty string for none */
    VariantLoader(String replaced) {
        super(VariantLoader.class.getClassLoader());
        this.replaced = replaced;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = (name.equals(replaced) ? VARIANTS : "") + name.replace('.', '/') + ".class";
        try (InputStream stream = getResourceAsStream(file)) {
            if (stream == null) {
                throw new ClassNotFoundException(file);
            }
            byte[] bytes = stream.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(file, e);
        }
    }
}
