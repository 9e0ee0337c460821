package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/** An organisation edits its own profile. Kind, SIRET and legal name belong to the network and are ignored. */
final class EditProfile {
    private final Platform platform;

    EditProfile(Platform platform) {
        this.platform = platform;
    }

    sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record Saved() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.saved();
            }
        }

        record Invalid(OrganisationForm typed, Errors errors) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.invalid(typed, errors);
            }
        }

        record SavedSince(OrganisationForm typed, ShowProfile.Profile now) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.savedSince(typed, now);
            }
        }
    }

    interface Cases<T> {
        /** Saved now, or with the same content by a concurrent request. */
        T saved();

        T invalid(OrganisationForm typed, Errors errors);

        /** A concurrent request saved other content; nothing was changed. */
        T savedSince(OrganisationForm typed, ShowProfile.Profile now);
    }

    /**
     * @param revision the one that was read
     * @throws ProblemException NOT_FOUND for an unknown organisation
     */
    Outcome apply(OrganisationId organisation, AccountId by, int revision, OrganisationForm form) {
        return platform.database()
                .inOrganisation(organisation, handle -> edit(handle, organisation, by, revision, form));
    }

    private Outcome edit(
            Handle handle, OrganisationId organisation, AccountId by, int revision, OrganisationForm form) {
        OrganisationForm typed =
                form.withNetworkFields(ShowProfile.read(handle, organisation).form());
        Errors errors = typed.checkProfile();
        if (!errors.isEmpty()) {
            return new Outcome.Invalid(typed, errors);
        }
        int rows = handle.attach(OrganisationDao.class)
                .save(organisation.value(), revision, typed, platform.clock().instant());
        if (rows == 1) {
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    organisation,
                                    Actor.account(by),
                                    OrganisationAudit.ORGANISATION_CHANGED,
                                    organisation.value()));
            return new Outcome.Saved();
        }
        ShowProfile.Profile now = ShowProfile.read(handle, organisation);
        return now.form().equals(typed) ? new Outcome.Saved() : new Outcome.SavedSince(typed, now);
    }
}
