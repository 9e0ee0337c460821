package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/** Changes the name of a group, and the site of a team. */
public final class ChangeGroup {
    private final Platform platform;
    private final GroupRules rules;

    ChangeGroup(Platform platform) {
        this.platform = platform;
        this.rules = new GroupRules(platform);
    }

    /** The answer to a form. */
    sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record Saved() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.saved();
            }
        }

        record Invalid(Group now, Errors errors) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.invalid(now, errors);
            }
        }

        record SavedSince(Group now) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.savedSince(now);
            }
        }
    }

    interface Cases<T> {
        /** Saved now, or with the same words by a concurrent request. */
        T saved();

        T invalid(Group now, Errors errors);

        /** A concurrent request saved something else; nothing was changed. */
        T savedSince(Group now);
    }

    /**
     * @param revision the one that was read
     * @throws ProblemException NOT_FOUND for a group of another organisation
     */
    Outcome apply(Principal by, GroupId id, int revision, GroupForm typed) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            handle.attach(GroupDao.class).lockNames(by.organisation().value());
            Group now = Groups.require(handle, by.organisation(), id);
            GroupForm form = new GroupForm(now.kind().name(), typed.name(), typed.site());
            Errors errors = form.check();
            if (!errors.isEmpty()) {
                return new Outcome.Invalid(now, errors);
            }
            if (now.revision() != revision) {
                return now.form().equals(form) ? new Outcome.Saved() : new Outcome.SavedSince(now);
            }
            return save(handle, by, now, form);
        });
    }

    private Outcome save(Handle handle, Principal by, Group now, GroupForm form) {
        GroupRules.Site site = form.site().equals(now.form().site())
                ? new GroupRules.Site(now.site() == null ? null : now.site().value(), Errors.none())
                : rules.site(handle, by, now.kind(), form.site());
        // An archived group gives its name back when it returns.
        Errors errors = now.archived()
                ? site.errors()
                : rules.name(handle, by, now.id(), now.kind(), form.name(), site.errors());
        if (!errors.isEmpty()) {
            return new Outcome.Invalid(now, errors);
        }
        handle.attach(GroupDao.class)
                .change(
                        now.id().value(),
                        by.organisation().value(),
                        now.revision(),
                        form.name(),
                        site.id(),
                        platform.clock().instant());
        rules.record(handle, by, GroupAudit.GROUP_CHANGED, now.id());
        return new Outcome.Saved();
    }
}
