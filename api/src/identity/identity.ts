import type { Pepper } from '@sec-latent/core/accounts/key-format'
import type { Sql } from '@sec-latent/core/db'
import { accessTokens } from '@sec-latent/core/identity/access-tokens'
import { clientAuthentication } from '@sec-latent/core/identity/client-authentication'
import { sessionCookieName } from '@sec-latent/core/identity/cookie'
import { supportStore } from '@sec-latent/core/identity/organisation-store'
import { serviceAccountRecords } from '@sec-latent/core/identity/service-account-store'
import { sessionCache } from '@sec-latent/core/identity/session-cache'
import { sessionStore } from '@sec-latent/core/identity/session-store'
import { sessions } from '@sec-latent/core/identity/sessions'
import { signingKeyStore } from '@sec-latent/core/identity/signing-key-store'
import { signingKeys } from '@sec-latent/core/identity/signing-keys'
import type { Logger } from '@sec-latent/core/log'
import { openMailSender } from '@sec-latent/core/mail/sender'
import type { Sealer } from '@sec-latent/core/secrets/seal'
import type { Redis } from 'ioredis'
import { type SignInLibrary, signInLibrary } from './library.ts'
import { signInMails } from './mails.ts'
import type { IdentitySettings } from './settings.ts'

/** Who people and programs are. `sql` is the pool of role `latent_service`. */
export function openIdentity(
  { sql, redis }: { sql: Sql; redis: Redis },
  options: {
    settings: IdentitySettings
    publicUrl: string
    portalUrl: string
    peppers: readonly Pepper[]
    sealer: Sealer
    logger: Logger
  },
) {
  const { settings, publicUrl, portalUrl, logger } = options
  const { authSecret, oauthIssuer: issuer } = settings
  const store = sessionStore(sql)
  const people = sessions(store, sessionCache(redis, authSecret))
  const keys = signingKeys(signingKeyStore(sql), options.sealer)
  const accounts = serviceAccountRecords(sql)
  const sender = openMailSender(settings.mailUrl, settings.mailFrom)
  const mails = signInMails(sender, logger, portalUrl)
  let library: SignInLibrary | undefined

  return {
    sql,
    redis,
    portalUrl,
    portalOrigin: new URL(portalUrl).origin,
    publicUrl,
    issuer,
    authSecret,
    cookieName: sessionCookieName(publicUrl),
    providers: settings.providers,
    peppers: options.peppers,
    sessionStore: store,
    supportStore: supportStore(sql),
    sessions: people,
    mails,
    signingKeys: keys,
    serviceAccounts: accounts,
    tokens: accessTokens(keys, accounts, { issuer, audience: issuer }),
    clients: clientAuthentication(accounts, options.peppers, {
      audiences: [issuer, `${issuer}/oauth/token`, `${issuer}/oauth/revoke`],
    }),
    /** Made when first needed: it asks the sign-in providers who they are. */
    library(): SignInLibrary {
      library ??= signInLibrary({
        sql,
        secret: authSecret,
        publicUrl,
        portalUrl,
        providers: settings.providers,
        mails,
        logger,
        writes: {
          written: async (token) => {
            await people.refresh(token)
          },
          ended: (tokens) => people.forget(tokens),
        },
      })
      return library
    },
    async close(): Promise<void> {
      await mails.close()
      sender.close()
    },
  }
}
export type Identity = ReturnType<typeof openIdentity>
