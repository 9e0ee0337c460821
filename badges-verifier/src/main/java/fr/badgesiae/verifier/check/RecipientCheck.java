package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.recipient.Identity;
import fr.badgesiae.verifier.recipient.KnownRecipient;
import fr.badgesiae.verifier.recipient.RecipientComparison;
import java.util.ArrayList;
import java.util.List;

/**
 * RECIPIENT: the badge is about the expected recipient. {@code id=} is compared with the subject's id; any other kind with
 * every {@code IdentityObject} of that identityType, plain or hashed (OB 3.0, B.1.15), of every subject.
 */
public final class RecipientCheck implements Check {
    private static final String MAILTO = "mailto:";

    @Override
    public CheckName name() {
        return CheckName.RECIPIENT;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        return RecipientComparison.run(context, known -> {
            List<Identity> identities = new ArrayList<>();
            ParsedCredential.each(context.credential().document().path("credentialSubject"))
                    .forEach(subject -> collect(known, subject, identities));
            return identities;
        });
    }

    private static void collect(KnownRecipient known, JsonNode subject, List<Identity> identities) {
        String id = subject.path("id").textValue();
        if (known.kind().equals("id")) {
            if (id != null) {
                identities.add(Identity.plain(id));
            }
            return;
        }
        if (known.isEmail() && id != null && id.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            identities.add(Identity.plain(id.substring(MAILTO.length())));
        }
        String type = known.isEmail() ? "emailAddress" : known.kind();
        ParsedCredential.each(subject.path("identifier")).stream()
                .filter(identity -> type.equals(identity.path("identityType").textValue()))
                .forEach(identity -> identities.add(new Identity(
                        identity.path("identityHash").asText(""),
                        identity.path("hashed").asBoolean(false),
                        identity.path("salt").asText(""))));
    }
}
