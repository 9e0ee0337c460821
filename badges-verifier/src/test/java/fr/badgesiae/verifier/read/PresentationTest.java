package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentationTest {
    private static ObjectNode json(String text) {
        return ReferenceData.parse(text.replace('\'', '"'));
    }

    private static CompactJws token(String header, String claims) {
        return new CompactJws("", json(header), json(claims), new byte[0], new Base64URL(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | false |",
                "{'holder':'did:web:a.example'} | false | did:web:a.example",
                "{'holder':{'id':'did:web:a.example'}} | false | did:web:a.example",
                "{'holder':{}} | false |",
                "{'proof':{}} | true |",
                "{'proof':{'verificationMethod':'did:web:a.example#1'}} | true | did:web:a.example",
                "{'proof':[{'verificationMethod':{'id':'did:web:a.example#1'}},{'verificationMethod':'did:x:b'}]} | true | did:web:a.example",
                "{'proof':{'verificationMethod':'did:web:a.example'}} | true | did:web:a.example",
                "{'proof':{'verificationMethod':'#1'}} | true |",
                "{'proof':{'verificationMethod':':1'}} | true |",
                "{'holder':'did:x:b','proof':{'verificationMethod':'did:web:a.example#1'}} | true | did:x:b",
            })
    void theHolderIsNamedOrControlsTheKey(String document, boolean signed, @Nullable String holder) {
        Presentation presentation = new Presentation(json(document), Optional.empty());
        assertThat(presentation.isSigned()).isEqualTo(signed);
        assertThat(presentation.holder()).isEqualTo(Optional.ofNullable(holder));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {} |",
                "{'kid':'did:x:a#1'} | {'iss':'did:x:b'} | did:x:b",
                "{'kid':'did:x:a#1'} | {} | did:x:a",
                "{'kid':'#did:x'} | {} | ``",
                "{'kid':'1'} | {} |",
            })
    void ofATokenTheIssuerIsTheHolder(String header, String claims, @Nullable String holder) {
        Presentation presentation = new Presentation(json("{}"), Optional.of(token(header, claims)));
        assertThat(presentation.isSigned()).isTrue();
        assertThat(presentation.named()).isEmpty();
        assertThat(presentation.holder()).isEqualTo(Optional.ofNullable(holder));
    }
}
