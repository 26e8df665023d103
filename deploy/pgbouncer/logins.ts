import type { DatabaseRole } from '@sec-latent/core/db'

/** Who logs in: one login per role, because a pooler takes no role at the start of a connection. */
export interface Login {
  name: string
  role: DatabaseRole
  /** Of `scramVerifier`. */
  verifier: string
}

/**
 * SQL that makes the logins, or changes their passwords; it may be run again. To be run on Postgres itself by the login that
 * migrates, after the migration. A login begins in its role and has no rights of its own beside it.
 */
export function loginStatements(logins: Login[]): string[] {
  return logins.flatMap(({ name, role, verifier }) => {
    const login = identifier(name)
    if (!/^SCRAM-SHA-256\$[\w+/=:$]+$/.test(verifier)) throw new Error(`${name} has no SCRAM verifier.`)
    return [
      `do $$ begin create role ${login} login noinherit; exception when duplicate_object then null; end $$`,
      `alter role ${login} with login noinherit nosuperuser nocreatedb nocreaterole password '${verifier}'`,
      `select prepare_login('${name}', '${role}')`,
      // Compiling the plan of a point read takes a hundred milliseconds; the read takes one.
      `alter role ${login} set jit = 'off'`,
      // The workers remove parts of the audit log that are over seven years old in this role.
      ...(role === 'latent_worker' ? [`grant latent_retention to ${login}`] : []),
    ]
  })
}

/** The file in which PgBouncer looks up logins: names and verifiers. */
export function userlist(logins: { name: string; verifier: string }[]): string {
  return logins.map(({ name, verifier }) => `"${identifier(name)}" "${verifier}"\n`).join('')
}

function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`${JSON.stringify(name)} is no name of a login.`)
  return name
}
