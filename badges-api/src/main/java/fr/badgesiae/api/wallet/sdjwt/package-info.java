/**
 * A badge as an SD-JWT VC: its claims, its disclosures (RFC 9901), its type metadata, the verification before release. Knows
 * no database. Start reading at {@link fr.badgesiae.api.wallet.sdjwt.SdJwtVc}.
 */
package fr.badgesiae.api.wallet.sdjwt;
