import type { SignInProviders } from './providers.ts'

export interface IdentitySettings {
  /** Signs the cookies of sessions and the tokens in mails. */
  authSecret: string
  /** `iss` and `aud` of access tokens: the address of the API. */
  oauthIssuer: string
  providers: SignInProviders
  mailUrl: string | undefined
  mailFrom: string
}

export const DEVELOPMENT_AUTH_SECRET = 'not-a-secret-development-auth-secret'

/** For programs that never sign anybody in. */
export function developmentIdentity(publicUrl: string): IdentitySettings {
  return {
    authSecret: DEVELOPMENT_AUTH_SECRET,
    oauthIssuer: publicUrl,
    providers: { oidc: [], github: undefined, google: undefined },
    mailUrl: undefined,
    mailFrom: 'no-reply@localhost',
  }
}
