/** What a namespace is called. */
export interface Taxonomy {
  namespace: string
  /** The customary prefix of a published taxonomy, the filer's own prefix for an extension. */
  taxonomy: string
  is_extension: boolean
}

/**
 * Namespaces of the taxonomies that standard setters publish, with the year and the edition left out: the part in brackets
 * is the customary prefix. `http://fasb.org/us-gaap/2023`, `http://xbrl.sec.gov/dei/2023`, `http://xbrl.us/us-gaap/2009-01-31`,
 * `https://xbrl.ifrs.org/taxonomy/2023-03-23/ifrs-full`.
 */
const PUBLISHED = [
  /^https?:\/\/(?:www\.)?fasb\.org\/([\w-]{1,40})(?:\/|$)/,
  /^https?:\/\/xbrl\.(?:sec\.gov|us|fasb\.org)\/([\w-]{1,40})(?:\/|$)/,
  /^https?:\/\/xbrl\.(?:ifrs|iasb)\.org\/taxonomy\/[\w-]{1,40}\/([\w-]{1,40})$/,
]
const XBRL_ITSELF = /^http:\/\/(?:www\.)?xbrl\.org\//
const MAX_NAMESPACE = 1024

/** Names namespaces, each looked at once. A second filer's prefix of the same namespace changes nothing. */
export function taxonomies(): (namespace: string, prefix: string) => Taxonomy {
  const known = new Map<string, Taxonomy>()
  return (namespace, prefix) => {
    const seen = known.get(namespace)
    if (seen !== undefined && namespace !== '') return seen
    const published = customaryPrefix(namespace)
    const taxonomy: Taxonomy = {
      namespace,
      taxonomy: published ?? (prefix === '' ? 'extension' : prefix),
      is_extension: published === undefined && !XBRL_ITSELF.test(namespace),
    }
    known.set(namespace, taxonomy)
    return taxonomy
  }
}

function customaryPrefix(namespace: string): string | undefined {
  if (namespace.length > MAX_NAMESPACE) return undefined
  for (const pattern of PUBLISHED) {
    const match = pattern.exec(namespace)
    if (match) return match[1]
  }
  return undefined
}

/** Turns the qualified names in values and attributes of a document into names with customary prefixes. */
export interface NameReader {
  /** Taxonomy and local name of a qualified name as written. */
  read(written: string, declarations?: Record<string, string>): { taxonomy: Taxonomy; local: string }
  /** `us-gaap:Assets`. */
  qualified(written: string, declarations?: Record<string, string>): string
  /** URI of a prefix; empty when nobody declared it. */
  namespaceOf(prefix: string): string
}

export function nameReader(namespaces: Record<string, string>, taxonomyOf = taxonomies()): NameReader {
  const names = new Map<string, { taxonomy: Taxonomy; local: string; declaration: string }>()
  const namespaceOf = (prefix: string) =>
    Object.hasOwn(namespaces, prefix) ? (namespaces[prefix] as string) : ''

  function read(written: string, declarations?: Record<string, string>) {
    let name = names.get(written)
    if (name === undefined) {
      const prefix = prefixOf(written)
      name = {
        taxonomy: taxonomyOf(namespaceOf(prefix), prefix),
        local: written.slice(written.indexOf(':') + 1),
        declaration: prefix === '' ? 'xmlns' : `xmlns:${prefix}`,
      }
      names.set(written, name)
    }
    const own = declarations?.[name.declaration]
    return own === undefined ? name : { taxonomy: taxonomyOf(own, prefixOf(written)), local: name.local }
  }

  return {
    read,
    qualified(written, declarations) {
      const { taxonomy, local } = read(written, declarations)
      return `${taxonomy.taxonomy}:${local}`
    },
    namespaceOf,
  }
}

function prefixOf(written: string): string {
  const colon = written.indexOf(':')
  return colon < 0 ? '' : written.slice(0, colon)
}

/** The namespaces an element declares. */
export function declaredNamespaces(attributes: Record<string, string>): Record<string, string> {
  const namespaces: Record<string, string> = Object.create(null)
  for (const name in attributes) {
    if (name === 'xmlns') namespaces[''] = attributes[name] as string
    else if (name.startsWith('xmlns:')) namespaces[name.slice(6)] = attributes[name] as string
  }
  return namespaces
}
