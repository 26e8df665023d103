import type { Sql } from '@sec-latent/core/db'
import { cookiePrefixOf } from '@sec-latent/core/identity/cookie'
import { MAX_PASSWORD_CHARS, MIN_PASSWORD_CHARS, passwordHasher } from '@sec-latent/core/identity/password'
import { SESSION_ABSOLUTE_MS } from '@sec-latent/core/identity/sessions'
import { newId } from '@sec-latent/core/ids'
import type { Logger } from '@sec-latent/core/log'
import { betterAuth } from 'better-auth'
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins'
import { libraryAdapter, type SessionWrites } from './library-adapter.ts'
import type { SignInMails } from './mails.ts'
import type { SignInProviders } from './providers.ts'

export const AUTH_PATH = '/auth'
const MAGIC_LINK_SECONDS = 15 * 60
const VERIFY_SECONDS = 3_600
const RESET_SECONDS = 3_600

export interface LibraryOptions {
  sql: Sql
  secret: string
  publicUrl: string
  portalUrl: string
  providers: SignInProviders
  mails: SignInMails
  writes: SessionWrites
  logger: Logger
}

/**
 * The library that signs people in, set up: its tables under our names, its cookies as narrow as browsers allow, its mails
 * through ours. What it has no business with (limits per address, idle sessions, organisations) is done around it.
 */
export function signInLibrary(options: LibraryOptions) {
  const { secret, publicUrl, portalUrl, providers, mails, logger } = options
  const passwords = passwordHasher()
  const { oidc, github, google } = providers

  return betterAuth({
    appName: 'SEC Latent Platform',
    baseURL: publicUrl,
    basePath: AUTH_PATH,
    secret,
    trustedOrigins: [portalUrl],
    database: libraryAdapter(options.sql, options.writes),
    user: {
      modelName: 'users',
      fields: {
        emailVerified: 'email_verified',
        image: 'image_url',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      modelName: 'user_sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      // The absolute end of a session. That it ends earlier when it is idle is looked after by `core/identity/sessions`.
      expiresIn: SESSION_ABSOLUTE_MS / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'user_identities',
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'provider_account_id',
        password: 'password_hash',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      encryptOAuthTokens: true,
      // An account elsewhere is joined to one of ours only when both sides have proved the address.
      accountLinking: { enabled: true, trustedProviders: [], allowDifferentEmails: false },
    },
    verification: {
      modelName: 'user_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      storeIdentifier: 'hashed',
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: MIN_PASSWORD_CHARS,
      maxPasswordLength: MAX_PASSWORD_CHARS,
      password: passwords,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => mails.resetPassword(user.email, token),
      onExistingUserSignUp: async ({ user }) => mails.alreadySignedUp(user.email),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      expiresIn: VERIFY_SECONDS,
      sendVerificationEmail: async ({ user, token }) => mails.verifyAddress(user.email, token),
    },
    socialProviders: {
      ...(github ? { github: { clientId: github.client_id, clientSecret: github.client_secret } } : {}),
      ...(google ? { google: { clientId: google.client_id, clientSecret: google.client_secret } } : {}),
    },
    plugins: [
      magicLink({
        expiresIn: MAGIC_LINK_SECONDS,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, token }) => mails.signInLink(email, token),
      }),
      twoFactor({
        issuer: 'SEC Latent Platform',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'user_second_factors',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      genericOAuth({
        config: oidc.map((one) => ({
          providerId: one.id,
          name: one.name ?? one.id,
          clientId: one.client_id,
          clientSecret: one.client_secret,
          discoveryUrl: `${one.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
          scopes: one.scopes ?? ['openid', 'email', 'profile'],
          pkce: true,
          requireIdTokenVerification: true,
        })),
      }),
    ],
    rateLimit: { enabled: false },
    advanced: {
      // Said aloud: left out, the library switches both off when the environment looks like a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: false,
      cookiePrefix: cookiePrefixOf(publicUrl),
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: publicUrl.startsWith('https://'),
      },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
      database: {
        generateId: ({ model }) => (model === 'user' ? newId('usr') : crypto.randomUUID()),
        validateSchema: false,
      },
    },
    telemetry: { enabled: false },
    onAPIError: { errorURL: `${portalUrl}/sign-in/error` },
    logger: {
      // Its messages carry addresses of people and of pages; what matters of them is in our own lines.
      log: (level, message) => {
        if (level === 'error')
          logger.warn({ action: 'sign-in', status: 'refused', message: wordsOf(message) })
      },
    },
    experimental: { instrumentation: { enabled: false } },
  })
}
export type SignInLibrary = ReturnType<typeof signInLibrary>

/** The beginning of a message up to what may name somebody. */
function wordsOf(message: string): string {
  return (message.split(/[:"'@]|https?/, 1)[0] ?? '').slice(0, 120)
}
