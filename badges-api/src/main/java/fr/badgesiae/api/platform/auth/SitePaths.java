package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.html.Link;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Paths that the layout and the session filter link or redirect to, collected from the features.
 *
 * @param entryPoints the path of each entry point
 * @param navigation the navigation entries of the desk, in order
 * @param footer the links on every page
 */
public record SitePaths(Map<EntryPoint, String> entryPoints, List<NavigationEntry> navigation, List<Link> footer) {
    public SitePaths {
        entryPoints = Map.copyOf(entryPoints);
        navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::position))
                .toList();
        footer = List.copyOf(footer);
    }

    /** @throws IllegalStateException when two features claim one entry point */
    public static SitePaths of(Collection<? extends Feature> features) {
        Map<EntryPoint, String> points = new EnumMap<>(EntryPoint.class);
        for (Feature feature : features) {
            feature.entryPoints().forEach((point, path) -> {
                if (points.putIfAbsent(point, path) != null) {
                    throw new IllegalStateException("two features claim the entry point " + point);
                }
            });
        }
        Map<String, List<String>> others = features.stream()
                .flatMap(feature -> feature.sections().entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return new SitePaths(
                points,
                features.stream()
                        .flatMap(feature -> feature.navigation().stream())
                        .map(entry ->
                                entry.with(others.getOrDefault(entry.link().path(), List.of())))
                        .toList(),
                features.stream().flatMap(feature -> feature.footer().stream()).toList());
    }

    /** @throws IllegalStateException when no feature has this entry point */
    public String path(EntryPoint point) {
        String path = entryPoints.get(point);
        if (path == null) {
            throw new IllegalStateException("no feature has the entry point " + point);
        }
        return path;
    }

    /** Links of the entries at a place that a member with these rights may see. */
    List<Link> navigation(Rights rights, NavigationEntry.Place place) {
        return navigation.stream()
                .filter(entry -> entry.place() == place && rights.may(entry.permission()))
                .map(NavigationEntry::link)
                .toList();
    }

    /** Whether a path is under the desk, even if no page exists there. */
    boolean isDesk(String path) {
        String desk = entryPoints.get(EntryPoint.DESK);
        String clean = "/" + path.replaceFirst("^/+", "");
        return desk != null && (clean.equals(desk) || clean.startsWith(desk + "/"));
    }
}
