package fr.badgesiae.bench.growth;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every SQL text of the service: the annotations of all {@code *Dao} interfaces in its jar, and what each {@code *PersonalData}
 * erases.
 */
final class DaoStatements {
    private static final String PACKAGE = "fr/badgesiae/api/";
    /** A part that the code puts in, such as a filter: left out. */
    private static final Pattern DEFINED = Pattern.compile("(?<!\\\\)<[a-z]+>");

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z][\\w.]*)");

    private DaoStatements() {}

    /**
     * One statement.
     *
     * @param name {@code OfferDao.find}
     * @param sql with {@code ?} for each parameter
     * @param parameters their names, in order
     */
    record DaoStatement(String name, String sql, List<String> parameters) {
        boolean reads() {
            return sql.strip().regionMatches(true, 0, "SELECT", 0, 6)
                    || sql.strip().regionMatches(true, 0, "WITH", 0, 4);
        }

        boolean inserts() {
            return sql.strip().regionMatches(true, 0, "INSERT", 0, 6);
        }

        String dao() {
            return name.substring(0, name.indexOf('.'));
        }
    }

    static List<DaoStatement> of(Path jar) throws IOException, ReflectiveOperationException {
        List<DaoStatement> found = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile());
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, DaoStatements.class.getClassLoader())) {
            List<String> names = file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(PACKAGE))
                    .filter(name -> name.endsWith("Dao.class") || name.endsWith("PersonalData.class"))
                    .toList();
            for (String name : names) {
                Class<?> owner = loader.loadClass(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                for (Method method : owner.getMethods()) {
                    add(found, owner, method);
                    if (method.getName().equals("tables") && Modifier.isStatic(method.getModifiers())) {
                        Object tables = method.invoke(null);
                        erasing(found, owner, tables, "ofFile", "eraseFile");
                        erasing(found, owner, tables, "ofSpace", "eraseSpace");
                    }
                }
            }
        }
        found.sort(Comparator.comparing(DaoStatement::name));
        return found;
    }

    /** The statements in a field of {@code PersonalTables}, numbered. */
    @SuppressWarnings("unchecked") // a list of texts
    private static void erasing(List<DaoStatement> found, Class<?> owner, Object tables, String field, String name)
            throws ReflectiveOperationException {
        Field statements = tables.getClass().getDeclaredField(field);
        statements.setAccessible(true);
        int number = 1;
        for (String sql : (List<String>) statements.get(tables)) {
            found.add(statement(owner.getSimpleName() + "." + name + number, sql));
            number++;
        }
    }

    private static DaoStatement statement(String name, String sql) {
        List<String> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(DEFINED.matcher(sql).replaceAll("").replace("\\<", "<"));
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            parameters.add(matcher.group(1));
            matcher.appendReplacement(text, "?");
        }
        matcher.appendTail(text);
        return new DaoStatement(name, text.toString(), parameters);
    }

    private static void add(List<DaoStatement> found, Class<?> dao, Method method) throws ReflectiveOperationException {
        for (Annotation annotation : method.getAnnotations()) {
            String type = annotation.annotationType().getSimpleName();
            if (type.equals("SqlQuery") || type.equals("SqlUpdate") || type.equals("SqlBatch")) {
                String sql =
                        (String) annotation.annotationType().getMethod("value").invoke(annotation);
                found.add(statement(dao.getSimpleName() + "." + method.getName(), sql));
            }
        }
    }
}
