/** What drafts of OpenID4VCI ask for beyond 1.0. Values alone. Start reading at {@link fr.badgesiae.api.wallet.openid.draft.OpenidDraft}. */
package fr.badgesiae.api.wallet.openid.draft;
