package fr.badgesiae.api.platform.auth.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AttestationConveyancePreference;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.AuthenticatorAttachment;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialHint;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RegistrationExtensionInputs;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.InvalidSignatureCountException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import fr.badgesiae.api.platform.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two ceremonies for one relying party: the host of the public address, from its exact origin. Discoverable credentials of
 * the device itself, user verification required, no attestation. No request and no database.
 */
@SuppressWarnings("deprecation") // the library marks so what it may still change: the backup flags, the attachment
final class Ceremonies {
    private static final long TIMEOUT = Duration.ofMinutes(4).toMillis();
    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.RS256);

    /** The library parses statements of many makers; with "none" asked, only a device's own signature may come instead. */
    private static final Set<String> ATTESTATIONS = Set.of("none", "packed");

    private final RelyingPartyIdentity identity;
    private final Set<String> origins;

    Ceremonies(Settings settings) {
        this.identity = RelyingPartyIdentity.builder()
                .id(settings.host())
                .name(settings.brand().name())
                .build();
        this.origins = Set.of(settings.origin());
    }

    /** An answer of {@code navigator.credentials.create}, and the challenge that it says it signed. */
    @SuppressWarnings("ArrayRecordComponent") // bytes of one request; never compared
    record Created(
            PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> credential,
            byte[] challenge) {}

    /** An answer of {@code navigator.credentials.get}, and the challenge that it says it signed. */
    @SuppressWarnings("ArrayRecordComponent") // bytes of one request; never compared
    record Got(
            PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs> credential,
            byte[] challenge) {
        byte[] credentialId() {
            return credential.getId().getBytes();
        }
    }

    /** What an assertion proved. */
    sealed interface Checked permits Proven, WentBack, Refused {}

    /** @param ownDevice whether the passkey is of the device that shows the page, and not of one beside it */
    record Proven(long signatureCount, boolean backedUp, boolean ownDevice) implements Checked {}

    /** Signed with the key, but its counter is not above the known one: there may be a copy. */
    record WentBack() implements Checked {}

    record Refused() implements Checked {}

    /** The options for {@code navigator.credentials.create}, as JSON. */
    String creation(byte[] challenge, byte[] userHandle, String name, List<byte[]> known) {
        PublicKeyCredentialCreationOptions options = options(challenge, userHandle, name).toBuilder()
                .excludeCredentials(known.stream()
                        .map(id -> PublicKeyCredentialDescriptor.builder()
                                .id(new ByteArray(id))
                                .build())
                        .collect(Collectors.toSet()))
                .build();
        try {
            return options.toCredentialsCreateJson();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the options of a registration have no JSON", impossible);
        }
    }

    /** The options for {@code navigator.credentials.get}, as JSON. */
    String request(byte[] challenge) {
        try {
            return request(new ByteArray(challenge)).toCredentialsGetJson();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the options of an assertion have no JSON", impossible);
        }
    }

    /** Empty for what no browser sends. */
    Optional<Created> parseCreated(String answer) {
        return parse(answer, PublicKeyCredential::parseRegistrationResponseJson, credential -> {
            AuthenticatorAttestationResponse response = credential.getResponse();
            return ATTESTATIONS.contains(response.getAttestation().getFormat())
                    ? Optional.of(new Created(
                            credential, response.getClientData().getChallenge().getBytes()))
                    : Optional.empty();
        });
    }

    /** Empty for what no browser sends. */
    Optional<Got> parseGot(String answer) {
        return parse(
                answer,
                PublicKeyCredential::parseAssertionResponseJson,
                credential -> Optional.of(new Got(
                        credential,
                        credential.getResponse().getClientData().getChallenge().getBytes())));
    }

    /** Verifies a registration (section 7.1); the caller has spent its challenge. */
    Optional<NewPasskey> verify(Created created, byte[] userHandle) {
        FinishRegistrationOptions answer = FinishRegistrationOptions.builder()
                .request(options(created.challenge(), userHandle, ""))
                .response(created.credential())
                .build();
        try {
            RegistrationResult result = party(OneCredential.none()).finishRegistration(answer);
            boolean kept = result.isDiscoverable().orElse(true);
            return kept && result.isUserVerified() ? Optional.of(passkey(result)) : Optional.empty();
        } catch (RegistrationFailedException | RuntimeException refused) {
            // The library answers some malformed keys with unchecked exceptions.
            return Optional.empty();
        }
    }

    /** Verifies an assertion (section 7.2) of this passkey; the caller has spent its challenge. */
    Checked verify(Got got, PasskeyRow row) {
        FinishAssertionOptions answer = FinishAssertionOptions.builder()
                .request(request(new ByteArray(got.challenge())))
                .response(got.credential())
                .build();
        try {
            AssertionResult result = party(OneCredential.of(row)).finishAssertion(answer);
            boolean same = result.isBackupEligible() == row.backupEligible();
            return result.isSuccess() && result.isUserVerified() && same
                    ? new Proven(
                            result.getSignatureCount(),
                            result.isBackedUp(),
                            isOwn(result.getAuthenticatorAttachment().orElse(null)))
                    : new Refused();
        } catch (InvalidSignatureCountException wentBack) {
            return new WentBack();
        } catch (AssertionFailedException | RuntimeException refused) {
            return new Refused();
        }
    }

    private static boolean isOwn(@Nullable AuthenticatorAttachment attachment) {
        return attachment == AuthenticatorAttachment.PLATFORM;
    }

    private static NewPasskey passkey(RegistrationResult result) {
        return new NewPasskey(
                result.getKeyId().getId().getBytes(),
                result.getPublicKeyCose().getBytes(),
                result.getSignatureCount(),
                result.isBackupEligible(),
                result.isBackedUp());
    }

    private PublicKeyCredentialCreationOptions options(byte[] challenge, byte[] userHandle, String name) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(identity)
                .user(UserIdentity.builder()
                        .name(name)
                        .displayName(name)
                        .id(new ByteArray(userHandle))
                        .build())
                .challenge(new ByteArray(challenge))
                .pubKeyCredParams(ALGORITHMS)
                .timeout(TIMEOUT)
                .hints(PublicKeyCredentialHint.CLIENT_DEVICE)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .authenticatorAttachment(AuthenticatorAttachment.PLATFORM)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .extensions(RegistrationExtensionInputs.builder().credProps().build())
                .build();
    }

    private AssertionRequest request(ByteArray challenge) {
        return AssertionRequest.builder()
                .publicKeyCredentialRequestOptions(PublicKeyCredentialRequestOptions.builder()
                        .challenge(challenge)
                        .rpId(identity.getId())
                        .timeout(TIMEOUT)
                        .hints(PublicKeyCredentialHint.CLIENT_DEVICE)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .build();
    }

    private RelyingParty party(OneCredential known) {
        return RelyingParty.builder()
                .identity(identity)
                .credentialRepository(known)
                .origins(origins)
                .build();
    }

    private interface Parser<T> {
        @Nullable
        T parse(String json) throws IOException;
    }

    private static <C, T> Optional<T> parse(String answer, Parser<C> parser, Function<C, Optional<T>> read) {
        if (answer.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        try {
            // The JSON null is no answer.
            return Optional.ofNullable(parser.parse(answer)).flatMap(read);
        } catch (IOException | RuntimeException malformed) {
            // The library answers some malformed structures with unchecked exceptions.
            return Optional.empty();
        }
    }
}
