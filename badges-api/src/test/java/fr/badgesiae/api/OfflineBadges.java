package fr.badgesiae.api;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.offline.code.CodeText;
import fr.badgesiae.api.offline.code.JudgeCode;
import fr.badgesiae.api.offline.code.MakeCode;
import fr.badgesiae.api.platform.OrganisationId;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;

/** Badges of an organisation that a network vouches for, with codes on paper. */
public final class OfflineBadges {
    private final TestServer server;
    private final AcceptedBadges badges;

    /** @param siret of the organisation; that of its network has another first digit */
    public OfflineBadges(TestServer server, String name, String siret) {
        this.server = server;
        this.badges = new AcceptedBadges(server, name, siret);
        badges.vouch(server.organisation("Réseau Exemple", "8" + siret.substring(1)));
    }

    public OrganisationId organisation() {
        return badges.organisation;
    }

    public void execute(String sql, Object... arguments) {
        badges.execute(sql, arguments);
    }

    public long count(String sql, Object... arguments) {
        return badges.count(sql, arguments);
    }

    /** Ends the keys with which the organisation has signed so far. */
    public void end(String state) {
        execute(
                "UPDATE signing_key SET state = ?, not_after = now() + interval '1 second' WHERE organisation_id = ?",
                state,
                organisation().value());
    }

    /** A badge that was accepted. */
    public AcceptedBadges.Accepted accepted() {
        return badges.accept();
    }

    public MakeCode.Outcome make(AcceptedBadges.Accepted held, NameChoice name) {
        return server.features()
                .offline()
                .make()
                .apply(held.holder(), held.badge(), AcceptedBadges.choice(name, false));
    }

    /** The code of a badge with a name. */
    public MakeCode.Made code(AcceptedBadges.Accepted held) {
        return (MakeCode.Made) make(held, NameChoice.FIRST_AND_INITIAL);
    }

    public JudgeCode.Judgement judge(String text) {
        return server.features().offline().judge().apply(text);
    }

    /** The holder withdraws a code alone. */
    public void withdraw(AcceptedBadges.Accepted held, CredentialId edition) {
        server.features().edition().withdrawCopy().apply(held.holder(), edition);
    }

    /** Waits until what readers are given is newer than all that was done. */
    public void awaitPublished() {
        badges.awaitPublished();
    }

    /** The address of what a code says, signed by a key of nobody's. */
    public static String forged(CodeText.Read read, String kid) {
        return CodeText.PATH + CodeText.digits(CodeText.sign(read.code(), kid, OfflineBadges::signedByNobody));
    }

    private static byte[] signedByNobody(byte[] data) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(generator.generateKeyPair().getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
