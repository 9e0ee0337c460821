package fr.badgesiae.api.search;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.EntryPoint;
import fr.badgesiae.api.platform.search.DeskSearch;
import fr.badgesiae.api.platform.search.SearchPart;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** One search for the whole desk. */
public final class SearchModule implements Feature {
    private final List<Object> resources;

    /**
     * @param parts of all features
     * @param lookup the keyed hash of a slip's code
     */
    public SearchModule(Platform platform, Supplier<List<SearchPart>> parts, Function<Code, byte[]> lookup) {
        SearchDesk search = new SearchDesk(platform.database(), new DeskSearch(parts), lookup);
        this.resources = List.of(new SearchPages(platform, search));
    }

    @Override
    public Map<EntryPoint, String> entryPoints() {
        return Map.of(EntryPoint.SEARCH, "/app/search");
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
