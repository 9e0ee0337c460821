package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Frame;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An organisation's own form of its profile.
 *
 * @param revision the one that saving replaces
 * @param saved what somebody else saved meanwhile, or null
 * @param done whether it was just kept
 */
public record ProfilePage(OrganisationForm form, int revision, OrganisationForm saved, Errors errors, boolean done) {

    public List<Difference> differences(Frame frame) {
        return saved == null
                ? List.of()
                : Difference.among(Stream.of(
                        difference(frame, "public-name", OrganisationForm::publicName),
                        difference(frame, "description", OrganisationForm::description),
                        difference(frame, "website", OrganisationForm::website),
                        difference(frame, "phone", OrganisationForm::publicPhone),
                        difference(frame, "email", OrganisationForm::publicEmail),
                        difference(frame, "shows-legal", form -> yes(frame, form.showsLegalIdentity())),
                        difference(frame, "controller", OrganisationForm::dataController),
                        difference(frame, "rights", OrganisationForm::dataRightsContact),
                        difference(frame, "dpo", OrganisationForm::dataProtectionOfficer),
                        difference(frame, "basis", OrganisationForm::dataLegalBasis)));
    }

    private Difference difference(Frame frame, String field, Function<OrganisationForm, String> value) {
        return new Difference(frame.t("organisation.field." + field), value.apply(saved), value.apply(form));
    }

    private static String yes(Frame frame, boolean ticked) {
        return frame.t(ticked ? "common.yes" : "common.no");
    }
}
