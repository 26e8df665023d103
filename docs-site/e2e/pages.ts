import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'

const APP = join(import.meta.dirname, '..', 'app')
const TIMEOUT_MS = 30_000
const AT_ONCE = 4
/** Filings are alike: so many, each of another form, stand for all of them. */
const FILINGS = 8
const LINK = /<a[^>]*href="(\/[^"#?]*)/g
const LINK_TO_FILING = /<a[^>]*href="\/filings\/([\d-]{20})"[^>]*>([^<]+)<\/a>/g
const FILING = /^\/filings\/(\d{10}-\d{2}-\d{6})/

/** Nobody links to these. */
const UNLINKED = [
  '/',
  '/sign-up',
  '/sign-in/link',
  '/sign-in/reset',
  '/sign-in/verify',
  '/sign-in/error',
  '/invitations',
  '/no-such-page',
  '/docs/no-such-page',
  '/filings/0000000000-00-000000',
  '/filings?q=nobody',
]

/** Every page that a visitor without an account can come to by links, in the order in which they are met. */
export async function publicPages(portalUrl: string): Promise<string[]> {
  const met = new Set(UNLINKED)
  const forms = new Map<string, string>()
  const pages: string[] = []
  const waiting = [...met]
  const visit = async (path: string) => {
    const html = await htmlOf(portalUrl + path)
    if (html === undefined) return
    pages.push(path)
    for (const [, accession, form] of html.matchAll(LINK_TO_FILING))
      if (accession && form && forms.size < FILINGS && !forms.has(form)) forms.set(form, accession)
    const chosen = new Set(forms.values())
    for (const [, link = ''] of html.matchAll(LINK)) {
      const [, accession] = FILING.exec(link) ?? []
      if (met.has(link) || link.startsWith('/dashboard') || (accession && !chosen.has(accession))) continue
      met.add(link)
      waiting.push(link)
    }
  }
  while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map(visit))
  return pages
}

/** Undefined for what is no page, such as the contract. */
async function htmlOf(url: string): Promise<string | undefined> {
  const ask = () => fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  // A connection that was kept open may be closed by the other side just as it is used again.
  const answer = await ask().catch((error) => {
    if (error instanceof TypeError) return ask()
    throw error
  })
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false
  const text = await answer.text()
  return isPage ? text : undefined
}

/** The routes of the portal that none of the paths belongs to. */
export async function routesWithout(paths: readonly string[]): Promise<string[]> {
  const files = (await readdir(APP, { recursive: true })).filter((file) => file.endsWith('page.tsx'))
  const routes = files.map((file) => {
    const parts = file.split(sep).slice(0, -1)
    return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
  })
  return routes.filter((route) => !paths.some((path) => patternOf(route).test(path.split(/[?#]/)[0] ?? '')))
}

function patternOf(route: string): RegExp {
  const pattern = route
    .replaceAll(/\/\[\[\.{3}\w+\]\]/g, '(?:/.*)?')
    .replaceAll(/\[\.{3}\w+\]/g, '.+')
    .replaceAll(/\[\w+\]/g, '[^/]+')
  return new RegExp(`^${pattern}/?$`)
}

/** So many of each kind: pages whose addresses differ in their last part only are alike. */
export function sampleOf(paths: readonly string[], most: number): string[] {
  const counts = new Map<string, number>()
  return paths.filter((path) => {
    const kind = path.replace(/[^/]*$/, '').replace(/\d{10}-\d{2}-\d{6}/, '')
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return (counts.get(kind) ?? 0) <= most
  })
}
