const TIMEOUT_MS = 15_000
const PAGE = 100
/** More tags than a project has in years; a registry that goes on for longer is not followed. */
const MAX_PAGES = 50
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

export interface RegistrySettings {
  /** `https://registry.example.com` */
  url: string
  user?: string | undefined
  password?: string | undefined
}

export interface Registry {
  tags(repository: string): Promise<string[]>
  /** Which bytes a tag means now; undefined when there is no such tag. */
  digest(repository: string, tag: string): Promise<string | undefined>
}

/** A registry that speaks the distribution protocol of the OCI, as all of them do. */
export function registry(settings: RegistrySettings): Registry {
  const base = settings.url.replace(/\/+$/, '')
  /** Tokens by what they are for. */
  const tokens = new Map<string, string>()

  async function ask(path: string, repository: string, init: RequestInit = {}): Promise<Response> {
    const send = (authorization: string | undefined) =>
      fetch(`${base}${path}`, {
        ...init,
        headers: { ...init.headers, ...(authorization ? { authorization } : {}) },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
    const first = await send(tokens.get(repository))
    if (first.status !== 401) return first
    await first.body?.cancel()
    const authorization = await authorize(first.headers.get('www-authenticate') ?? '', repository)
    tokens.set(repository, authorization)
    return await send(authorization)
  }

  /** Answers the challenge of the registry: with the password itself, or with a token that is given for it. */
  async function authorize(challenge: string, repository: string): Promise<string> {
    const { user, password } = settings
    const basic =
      user === undefined || password === undefined
        ? undefined
        : `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
    if (/^basic\b/i.test(challenge)) {
      if (basic === undefined)
        throw new Error('The registry asks for a password: set REGISTRY_USER and REGISTRY_PASSWORD.')
      return basic
    }
    const realm = /realm="([^"]+)"/.exec(challenge)?.[1]
    if (realm === undefined) throw new Error('The registry refuses and does not say how to sign in.')
    const url = new URL(realm)
    // A password goes to nobody who could not be the registry's own.
    if (url.protocol !== 'https:' && url.hostname !== new URL(base).hostname)
      throw new Error(`The registry sends to ${url.host}, without TLS.`)
    const service = /service="([^"]+)"/.exec(challenge)?.[1]
    if (service) url.searchParams.set('service', service)
    url.searchParams.set('scope', `repository:${repository}:pull`)
    const answer = await fetch(url, {
      headers: basic ? { authorization: basic } : {},
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    })
    const { token, access_token } = (await answer.json().catch(() => ({}))) as Record<
      string,
      string | undefined
    >
    if (!answer.ok || !(token ?? access_token))
      throw new Error(`The registry gives no token: ${answer.status}.`)
    return `Bearer ${token ?? access_token}`
  }

  return {
    async tags(repository) {
      const found: string[] = []
      let path: string | undefined = `/v2/${repository}/tags/list?n=${PAGE}`
      for (let page = 0; path !== undefined && page < MAX_PAGES; page += 1) {
        const answer: Response = await ask(path, repository)
        if (!answer.ok)
          throw new Error(`The registry answers ${answer.status} for the tags of ${repository}.`)
        const { tags } = (await answer.json()) as { tags: string[] | null }
        found.push(...(tags ?? []))
        const next = /<([^>]+)>;\s*rel="?next"?/.exec(answer.headers.get('link') ?? '')?.[1]
        path = next === undefined ? undefined : pathOf(next, base)
      }
      return found
    },
    async digest(repository, tag) {
      const answer = await ask(`/v2/${repository}/manifests/${tag}`, repository, {
        method: 'HEAD',
        headers: { accept: MANIFESTS },
      })
      if (answer.status === 404) return undefined
      const digest = answer.headers.get('docker-content-digest') ?? ''
      if (!answer.ok || !/^sha256:[0-9a-f]{64}$/.test(digest))
        throw new Error(`The registry answers ${answer.status} and no digest for ${repository}:${tag}.`)
      return digest
    },
  }
}

function pathOf(next: string, base: string): string {
  const url = new URL(next, base)
  if (url.origin !== new URL(base).origin)
    throw new Error(`The registry goes on at ${url.origin}, which is another one.`)
  return `${url.pathname}${url.search}`
}
