package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.observation.client.ClientCodeForm;
import fr.badgesiae.api.observation.client.MakeClientCode;
import fr.badgesiae.api.observation.client.open.NoteReturn;
import fr.badgesiae.api.observation.client.open.ReportCode;
import fr.badgesiae.api.observation.client.open.ReturnForm;
import fr.badgesiae.api.observation.content.ClientCodes;
import fr.badgesiae.api.observation.content.ClientReport;
import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.List;

/** What clients said: one saw good work, another took the code for that of somebody else. */
final class ClientReturns {
    private ClientReturns() {}

    static void say(
            Assembly.Past past,
            Principal by,
            Life person,
            AchievementId badge,
            List<String> tasks,
            String note,
            String client) {
        ClientCodes codes = new ClientCodes(past.platform().vault());
        String until = by.zone().today(past.platform().clock()).plusDays(21).toString();
        MakeClientCode.Made made = new MakeClientCode(
                        past.platform(), past.features().organisation().organisations(), codes)
                .apply(by, person.id(), badge, new ClientCodeForm(tasks.subList(0, 2), until));
        new NoteReturn(past.platform(), codes)
                .apply(
                        made.code(),
                        new ReturnForm(List.of(Manner.ALONE.name(), ReturnForm.NOT_SEEN), note, client, true));
        new ReportCode(past.platform(), codes).apply(made.code(), ClientReport.NOT_THIS_PERSON);
    }
}
