package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of who may do what, as the product says it. */
class RoleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NETWORK_ADMIN | NETWORK, SIGNED_IN",
                "ORG_ADMIN     | ORGANISATION, DESK, WORKER_NAMES, SENSITIVE, SIGNED_IN",
                "COUNSELLOR    | DESK, WORKER_NAMES, SENSITIVE, SIGNED_IN",
            })
    void aRoleHasTheseAndNoOtherPermissions(Role role, String names) {
        Set<Permission> granted = EnumSet.noneOf(Permission.class);
        for (String name : names.split(",", -1)) {
            granted.add(Permission.valueOf(name.strip()));
        }
        for (Permission permission : Permission.values()) {
            assertThat(role.may(permission)).as("%s %s", role, permission).isEqualTo(granted.contains(permission));
        }
    }
}
