package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
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

    public List<Difference> differences(PageContext context) {
        return saved == null
                ? List.of()
                : Difference.among(Stream.of(
                        difference(context, "public-name", OrganisationForm::publicName),
                        difference(context, "description", OrganisationForm::description),
                        difference(context, "website", OrganisationForm::website),
                        difference(context, "phone", OrganisationForm::publicPhone),
                        difference(context, "email", OrganisationForm::publicEmail),
                        difference(context, "shows-legal", form -> yes(context, form.showsLegalIdentity())),
                        difference(context, "controller", OrganisationForm::dataController),
                        difference(context, "rights", OrganisationForm::dataRightsContact),
                        difference(context, "dpo", OrganisationForm::dataProtectionOfficer),
                        difference(context, "basis", OrganisationForm::dataLegalBasis)));
    }

    private Difference difference(PageContext context, String field, Function<OrganisationForm, String> value) {
        return new Difference(context.t("organisation.field." + field), value.apply(saved), value.apply(form));
    }

    private static String yes(PageContext context, boolean ticked) {
        return context.t(ticked ? "common.yes" : "common.no");
    }
}
