package fr.badgesiae.api.edition;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Editions: what a holder chooses to show, signed on demand. */
public final class EditionModule implements Feature {
    private final SignEdition sign;

    public EditionModule(Platform platform, Achievements achievements, People people, CredentialModule credentials) {
        this.sign = new SignEdition(
                platform.database(),
                achievements,
                people,
                credentials.prepareCredential(),
                credentials.issue(),
                credentials.finishCredential());
    }

    public SignEdition sign() {
        return sign;
    }

    /** None: a choice is made where a badge is shared. */
    @Override
    public List<Object> resources() {
        return List.of();
    }
}
