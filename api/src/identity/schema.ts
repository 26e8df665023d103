import { type TSchema, Type } from 'typebox'

const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@,;<>"]+@[^\\s@,;<>"]+$' })
const Password = Type.String({ minLength: 1, maxLength: 256 })
const Token = Type.String({ minLength: 8, maxLength: 2048 })
const Name = Type.String({ minLength: 1, maxLength: 120 })
const Url = Type.String({ maxLength: 1024 })
const Code = Type.String({ minLength: 4, maxLength: 32 })
const Yes = Type.Boolean()

function body<P extends Record<string, TSchema>>(properties: P) {
  return Type.Object(properties, { additionalProperties: false })
}

/** What a person may ask for at once from one address, and for one mailbox. */
export type Attempts = 'none' | 'sign_in' | 'mail'

/** One step of signing in: how it is asked of us, and of the library. Names in bodies are the library's. */
export interface SignInStep {
  operationId: string
  method: 'GET' | 'POST'
  path: string
  body?: TSchema
  attempts: Attempts
  /** The answer must not tell, by the time it takes, whether an address is known. */
  even?: boolean
  /** Where the library wants a GET with the token in the address; nobody outside ever writes it there. */
  asGet?: boolean
}

const post = (
  operationId: string,
  path: string,
  more: Partial<SignInStep> & { body?: TSchema } = {},
): SignInStep => ({ operationId, method: 'POST', path, attempts: 'sign_in', ...more })

/** Everything of the library that can be reached. What is not in this list does not exist. */
export const signInSteps: readonly SignInStep[] = [
  post('signUpWithEmail', '/sign-up/email', {
    body: body({ name: Name, email: Email, password: Password }),
    attempts: 'mail',
    even: true,
  }),
  post('signInWithEmail', '/sign-in/email', {
    body: body({ email: Email, password: Password, rememberMe: Type.Optional(Yes) }),
  }),
  post('sendSignInLink', '/sign-in/magic-link', {
    body: body({ email: Email, name: Type.Optional(Name) }),
    attempts: 'mail',
    even: true,
  }),
  post('signInWithLink', '/magic-link/verify', { body: body({ token: Token }), asGet: true }),
  post('signInWithProvider', '/sign-in/social', {
    body: body({
      provider: Type.String({ maxLength: 32 }),
      callbackURL: Type.Optional(Url),
      errorCallbackURL: Type.Optional(Url),
      newUserCallbackURL: Type.Optional(Url),
      disableRedirect: Type.Optional(Yes),
    }),
  }),
  { operationId: 'finishSignInWithProvider', method: 'GET', path: '/callback/:id', attempts: 'sign_in' },
  post('verifyEmail', '/verify-email', { body: body({ token: Token }), asGet: true }),
  post('sendVerificationEmail', '/send-verification-email', {
    body: body({ email: Email }),
    attempts: 'mail',
    even: true,
  }),
  post('sendPasswordReset', '/request-password-reset', {
    body: body({ email: Email }),
    attempts: 'mail',
    even: true,
  }),
  post('resetPassword', '/reset-password', { body: body({ token: Token, newPassword: Password }) }),
  post('changePassword', '/change-password', {
    body: body({
      currentPassword: Password,
      newPassword: Password,
      revokeOtherSessions: Type.Optional(Yes),
    }),
  }),
  { operationId: 'getSession', method: 'GET', path: '/get-session', attempts: 'none' },
  post('signOut', '/sign-out', { attempts: 'none' }),
  post('revokeSessions', '/revoke-sessions', { attempts: 'none' }),
  post('revokeOtherSessions', '/revoke-other-sessions', { attempts: 'none' }),
  post('updateUser', '/update-user', { body: body({ name: Name }), attempts: 'none' }),
  post('enableSecondFactor', '/two-factor/enable', { body: body({ password: Password }) }),
  post('disableSecondFactor', '/two-factor/disable', { body: body({ password: Password }) }),
  post('verifySecondFactor', '/two-factor/verify-totp', {
    body: body({ code: Code, trustDevice: Type.Optional(Yes) }),
  }),
  post('useBackupCode', '/two-factor/verify-backup-code', { body: body({ code: Code }) }),
  post('createBackupCodes', '/two-factor/generate-backup-codes', { body: body({ password: Password }) }),
]

export const AcceptInvitation = body({ token: Token })
export const ChooseOrganisation = body({ organisation_id: Type.String({ maxLength: 64 }) })
