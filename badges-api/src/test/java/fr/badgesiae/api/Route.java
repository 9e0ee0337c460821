package fr.badgesiae.api;

import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * One resource method in Jersey's model.
 *
 * @param path its whole template, {@code /app/workers/{worker}}
 */
public record Route(String verb, String path, Method handler, List<MediaType> consumes) {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)\\s*(:[^{}]*(\\{[^{}]*}[^{}]*)*)?}");

    /** All routes of the registered resources, ordered by path. */
    /** */
    public static List<Route> of(Collection<Object> registered) {
        List<Route> routes = new ArrayList<>();
        for (Object object : registered) {
            if (object.getClass().isAnnotationPresent(Path.class)) {
                add(routes, "", Resource.from(object.getClass()));
            }
        }
        routes.sort((one, other) -> one.toString().compareTo(other.toString()));
        return List.copyOf(routes);
    }

    private static void add(List<Route> routes, String above, Resource resource) {
        String path = (above + "/" + resource.getPath()).replaceAll("/+", "/");
        for (ResourceMethod method : resource.getResourceMethods()) {
            routes.add(new Route(
                    method.getHttpMethod(),
                    path,
                    method.getInvocable().getHandlingMethod(),
                    method.getConsumedTypes()));
        }
        resource.getChildResources().forEach(child -> add(routes, path, child));
    }

    Optional<Permission> permission() {
        return Optional.ofNullable(handler.getAnnotation(Allowed.class)).map(Allowed::value);
    }

    boolean takesFiles() {
        return consumes.stream().anyMatch(MediaType.MULTIPART_FORM_DATA_TYPE::equals);
    }

    public List<String> parameters() {
        return PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** Whether this address matches the route. */
    public boolean leadsTo(String address) {
        Matcher parameters = PARAMETER.matcher(path);
        StringBuilder pattern = new StringBuilder();
        int literal = 0;
        while (parameters.find()) {
            pattern.append(Pattern.quote(path.substring(literal, parameters.start())))
                    .append("[^/]+");
            literal = parameters.end();
        }
        pattern.append(Pattern.quote(path.substring(literal)));
        return address.matches(pattern.toString());
    }

    /** The path with each parameter replaced by its value. */
    String filled(java.util.Map<String, String> values) {
        return PARAMETER.matcher(path).replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
    }

    @Override
    public String toString() {
        return path + " " + verb;
    }
}
