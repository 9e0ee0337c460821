package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Attempts;
import fr.badgesiae.api.platform.auth.Sessions;
import java.util.List;

/** Members and how they come in. */
public final class AccountModule {
    private final List<Object> resources;

    public AccountModule(Platform platform, Sessions sessions) {
        SignIn signIn = new SignIn(platform, new Attempts(platform.database(), platform.vault(), platform.clock()));
        this.resources = List.of(new SignInPages(platform, sessions, signIn), new DeskPages(platform));
    }

    public List<Object> resources() {
        return resources;
    }
}
