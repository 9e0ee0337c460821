package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.html.Link;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SitePathsTest {
    private final SitePaths paths = SitePaths.of(List.of(
            feature(Map.of(EntryPoint.DESK, "/desk"), entry(20, Permission.DESK), entry(10, Permission.NETWORK)),
            feature(Map.of(EntryPoint.CLAIM, "/claim"), entry(5, Permission.SIGNED_IN))));

    private static NavigationEntry entry(int position, Permission permission) {
        return NavigationEntry.of(position, permission, "/" + position, "home", "key");
    }

    private static Feature feature(Map<EntryPoint, String> points, NavigationEntry... navigation) {
        return new Feature() {
            @Override
            public List<Object> resources() {
                return List.of();
            }

            @Override
            public Map<EntryPoint, String> entryPoints() {
                return points;
            }

            @Override
            public List<NavigationEntry> navigation() {
                return List.of(navigation);
            }

            @Override
            public List<Link> footer() {
                return points.values().stream()
                        .map(path -> new Link(path, "home", "footer"))
                        .toList();
            }
        };
    }

    @Test
    void theNavigationOfARoleIsWhatItMaySeeInOrder() {
        assertThat(paths.navigation(Rights.of(Role.COUNSELLOR), NavigationEntry.Place.BAR))
                .extracting(Link::path)
                .containsExactly("/5", "/20");
        assertThat(paths.navigation(Rights.of(Role.NETWORK_ADMIN), NavigationEntry.Place.BAR))
                .extracting(Link::path)
                .containsExactly("/5", "/10");
    }

    @Test
    void theFooterHasTheLinksOfAllFeatures() {
        assertThat(paths.footer()).extracting(Link::path).containsExactly("/desk", "/claim");
    }

    @Test
    void anEntryPointHasOneFeature() {
        Feature desk = feature(Map.of(EntryPoint.DESK, "/desk"));
        assertThatThrownBy(() -> SitePaths.of(List.of(desk, desk))).isInstanceOf(IllegalStateException.class);
        assertThat(paths.path(EntryPoint.CLAIM)).isEqualTo("/claim");
        assertThatThrownBy(() -> paths.path(EntryPoint.WAKE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theDeskIsItsPageAndAllBelow() {
        assertThat(List.of("desk", "/desk", "desk/", "//desk/offers/1")).allMatch(paths::isDesk);
        assertThat(List.of("", "desks", "claim/desk")).noneMatch(paths::isDesk);
        assertThat(SitePaths.of(List.of()).isDesk("desk")).isFalse();
    }
}
