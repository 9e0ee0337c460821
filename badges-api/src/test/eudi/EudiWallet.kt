import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import eu.europa.ec.eudi.openid4vci.Client
import eu.europa.ec.eudi.openid4vci.Credential
import eu.europa.ec.eudi.openid4vci.CredentialIssuanceEvent
import eu.europa.ec.eudi.openid4vci.CredentialResponseEncryptionPolicy
import eu.europa.ec.eudi.openid4vci.DefaultHttpClientFactory
import eu.europa.ec.eudi.openid4vci.IssuanceRequestPayload
import eu.europa.ec.eudi.openid4vci.Issuer
import eu.europa.ec.eudi.openid4vci.JwtBindingKey
import eu.europa.ec.eudi.openid4vci.KeyGenerationConfig
import eu.europa.ec.eudi.openid4vci.OpenId4VCIConfig
import eu.europa.ec.eudi.openid4vci.PopSigner
import eu.europa.ec.eudi.openid4vci.SubmissionOutcome
import java.net.URI
import kotlin.system.exitProcess
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put

/** Plays a wallet that speaks draft 15: takes what an offer brings, tells so, and prints it. Arguments: OFFER [TX_CODE]. */
fun main(args: Array<String>) {
    try {
        println(runBlocking { taken(args[0], args.getOrNull(1)) })
    } catch (refused: Throwable) {
        System.err.println(refused)
        exitProcess(1)
    }
}

private suspend fun taken(offer: String, txCode: String?): String {
    val key = ECKeyGenerator(Curve.P_256).generate()
    val config = OpenId4VCIConfig(
        client = Client.Public("wallet"),
        authFlowRedirectionURI = URI.create("wallet://authorized"),
        keyGenerationConfig = KeyGenerationConfig.ecOnly(Curve.P_256),
        credentialResponseEncryptionPolicy = CredentialResponseEncryptionPolicy.SUPPORTED,
    )
    val issuer = Issuer.make(config, offer, DefaultHttpClientFactory).getOrThrow()
    return with(issuer) {
        val authorized = authorizeWithPreAuthorizationCode(txCode).getOrThrow()
        val wanted = IssuanceRequestPayload.ConfigurationBased(credentialOffer.credentialConfigurationIdentifiers.first())
        val signer = PopSigner.jwtPopSigner(key, JWSAlgorithm.ES256, JwtBindingKey.Jwk(key.toPublicJWK()))
        val (then, outcome) = authorized.request(wanted, listOf(signer)).getOrThrow()
        when (outcome) {
            is SubmissionOutcome.Success -> {
                outcome.notificationId?.let { then.notify(CredentialIssuanceEvent.Accepted(it, null)).getOrThrow() }
                val credential = outcome.credentials.first().credential as Credential.Str
                val display = credentialOffer.credentialIssuerMetadata.credentialConfigurationsSupported.values.first().display
                buildJsonObject {
                    put("credential", credential.value)
                    put("x", JsonPrimitive(key.x.toString()))
                    put("name", JsonPrimitive(display.first().name))
                }.toString()
            }
            is SubmissionOutcome.Failed -> throw outcome.error
            is SubmissionOutcome.Deferred -> error("deferred")
        }
    }
}
