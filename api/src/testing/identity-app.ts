import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { InjectOptions } from 'fastify'
import type { SignInProviders } from '../identity/providers.ts'
import { testApp } from './test-app.ts'

export const PORTAL = 'http://portal.test'
export const PASSWORD = 'correct horse battery staple'

/** A whole API whose mails land in a folder, and browsers that keep its cookies. */
export async function identityApp(
  options: { publicUrl?: string; providers?: SignInProviders; failedAttemptsPerMinute?: number } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'identity-'))
  const publicUrl = options.publicUrl ?? 'http://api.test'
  const api = await testApp({
    settings: {
      publicUrl,
      ...(options.failedAttemptsPerMinute
        ? { failedAttemptsPerMinute: options.failedAttemptsPerMinute }
        : {}),
      identity: {
        authSecret: 'an-auth-secret-for-tests-only',
        oauthIssuer: publicUrl,
        providers: options.providers ?? { oidc: [], github: undefined, google: undefined },
        mailUrl: pathToFileURL(join(folder, 'mails')).href,
        mailFrom: 'no-reply@example.org',
      },
    },
  })

  /** Mails to an address, in the order they were sent. */
  async function mailsTo(address: string): Promise<string[]> {
    const names = await readdir(join(folder, 'mails')).catch(() => [] as string[])
    const texts = await Promise.all(
      names
        .filter((name) => !name.startsWith('.'))
        .sort()
        .map((name) => readFile(join(folder, 'mails', name), 'utf8')),
    )
    return texts
      .filter((text) => text.includes(`To: ${address}`))
      .map((text) => text.replaceAll('=\r\n', '').replaceAll('=3D', '='))
  }

  /** The token of the next mail to an address whose link leads to a page. */
  async function tokenFor(address: string, page: string, after = 0): Promise<string> {
    for (let tries = 0; tries < 200; tries++) {
      const links = (await mailsTo(address)).flatMap(
        (text) => new RegExp(`${PORTAL}/${page}#token=(\\S+)`).exec(text)?.[1] ?? [],
      )
      if (links.length > after) return decodeURIComponent(links.at(-1) as string)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`no mail to ${address} leads to ${page}`)
  }

  function browser() {
    const jar = new Map<string, string>()
    async function send(
      method: InjectOptions['method'],
      url: string,
      body?: object,
      headers: Record<string, string> = {},
    ) {
      const response = await api.app.inject({
        method,
        url,
        headers: {
          ...(method === 'GET' ? {} : { origin: PORTAL }),
          ...(jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body }),
      } as InjectOptions)
      for (const cookie of [response.headers['set-cookie'] ?? []].flat()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name)
        else jar.set(name, value)
      }
      return response
    }
    return {
      jar,
      send,
      get: (url: string, headers?: Record<string, string>) => send('GET', url, undefined, headers),
      post: (url: string, body: object = {}, headers?: Record<string, string>) =>
        send('POST', url, body, headers),
      patch: (url: string, body: object, headers?: Record<string, string>) =>
        send('PATCH', url, body, headers),
      remove: (url: string, headers?: Record<string, string>) => send('DELETE', url, undefined, headers),
    }
  }

  /** Somebody who signed up, proved the address and is signed in. */
  async function person(email: string, name = 'Ann Example') {
    const one = browser()
    await one.post('/auth/sign-up/email', { name, email, password: PASSWORD })
    const verified = await one.post('/auth/verify-email', { token: await tokenFor(email, 'sign-in/verify') })
    if (verified.statusCode !== 200) throw new Error(`not verified: ${verified.body}`)
    return one
  }

  return {
    ...api,
    mailsTo,
    tokenFor,
    browser,
    person,
    async close() {
      await api.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type IdentityApp = Awaited<ReturnType<typeof identityApp>>
export type Browser = ReturnType<IdentityApp['browser']>
