import type { SessionApi } from '../dashboard/api.ts'

export interface Provider {
  id: string
  name: string
}

/** `second_factor`: the password was right, and a code of the authenticator is asked for before there is a session. */
export type SignInOutcome = 'signed_in' | 'second_factor'

/**
 * The steps of signing in. They are not part of the contract: only these pages use them. The browser keeps what comes of them in a
 * cookie of the API that no script can read.
 */
export function authOf({ send }: SessionApi) {
  const post = <T = unknown>(path: string, body: object) =>
    send<T>({ method: 'POST', path: `/auth${path}`, body })
  return {
    providers: async (signal?: AbortSignal): Promise<Provider[]> => {
      const options = signal ? { signal } : undefined
      return (await send<{ data: Provider[] }>({ method: 'GET', path: '/auth/providers', options })).data
    },
    /** Who is signed in, without an organisation; null when nobody is. */
    visitor: async (): Promise<{ email: string } | null> => {
      const session = await send<{ user: { email: string } } | null>({
        method: 'GET',
        path: '/auth/get-session',
      })
      return session?.user ?? null
    },
    signUp: (body: { name: string; email: string; password: string }) => post('/sign-up/email', body),
    async signIn(body: { email: string; password: string }): Promise<SignInOutcome> {
      const answer = await post<{ twoFactorRedirect?: boolean }>('/sign-in/email', body)
      return answer.twoFactorRedirect ? 'second_factor' : 'signed_in'
    },
    verifyCode: (code: string, trustDevice: boolean) =>
      post('/two-factor/verify-totp', { code, trustDevice }),
    useBackupCode: (code: string) => post('/two-factor/verify-backup-code', { code }),
    sendLink: (email: string) => post('/sign-in/magic-link', { email }),
    useLink: (token: string) => post('/magic-link/verify', { token }),
    verifyEmail: (token: string) => post('/verify-email', { token }),
    sendVerification: (email: string) => post('/send-verification-email', { email }),
    sendReset: (email: string) => post('/request-password-reset', { email }),
    resetPassword: (token: string, newPassword: string) => post('/reset-password', { token, newPassword }),
    acceptInvitation: (token: string) =>
      post<{ organisation_id: string; role: string }>('/invitations/accept', { token }),
    signOut: () => post('/sign-out', {}),
    /** Where the provider asks who it is. */
    async providerAddress(provider: string, callbackURL: string, errorCallbackURL: string): Promise<string> {
      return (await post<{ url: string }>('/sign-in/social', { provider, callbackURL, errorCallbackURL })).url
    },
  }
}
export type Auth = ReturnType<typeof authOf>
