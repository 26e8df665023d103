/** What secrets look like. The word boundaries keep hashes and identifiers out. */
const SECRETS: [kind: string, pattern: RegExp][] = [
  ['private key', /-----BEGIN (?:RSA |EC |OPENSSH |DSA |ENCRYPTED )?PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}/],
  ['key of AWS', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})\b/],
  ['token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['key of Anthropic', /\bsk-ant-(?:api|admin)\d\d-[\w-]{80,}/],
  ['key of Stripe', /\b[rs]k_live_[0-9A-Za-z]{20,}\b/],
  ['token of Slack', /\bxox[abprs]-[0-9A-Za-z-]{20,}\b/],
  ['webhook of Slack', /hooks\.slack\.com\/services\/T[0-9A-Z]{8,}\/B[0-9A-Z]{8,}\/[0-9A-Za-z]{20,}/],
  ['key of Google', /\bAIza[0-9A-Za-z_-]{35}\b/],
  ['token of Sentry', /\bsntrys_[A-Za-z0-9+/=_-]{40,}/],
  ['key of this product', /\bslp_(?:live|adm)_[0-9A-Za-z]{49}\b/],
  ['signing secret', /\bwhsec_[A-Za-z0-9+/]{43}=?/],
  [
    'password in an address',
    /\b(?:postgres(?:ql)?|rediss?|smtps?|amqps?|mongodb):\/\/[^\s:@/'"`$<>{}]+:[^\s@/'"`$<>{}…]{12,}@/,
  ],
]

/** The example of Standard Webhooks, which is in the contract and what is generated from it. */
export const PUBLISHED_EXAMPLE = 'whsec_MfKQ9r'

export interface FoundSecret {
  kind: string
  line: number
  /** Its beginning, so that it can be found without being repeated. */
  begins: string
}

/** What looks like a secret in a text. */
export function secretsIn(text: string): FoundSecret[] {
  return SECRETS.flatMap(([kind, pattern]) => {
    const found: FoundSecret[] = []
    for (const match of text.matchAll(new RegExp(pattern.source, 'g'))) {
      const line = text.slice(0, match.index).split('\n').length
      found.push({ kind, line, begins: match[0].slice(0, 12) })
    }
    return found
  })
}

const KEPT_CHARACTERS = 1_000

/** What looks like a secret in a long text that comes in pieces; `line` counts from the beginning of the piece it was found in. */
export async function secretsInPieces(pieces: AsyncIterable<string>): Promise<FoundSecret[]> {
  const found: FoundSecret[] = []
  let rest = ''
  for await (const piece of pieces) {
    const text = rest + piece
    // What ends with the piece may go on in the next one: it is looked at again with it, and counted once.
    const cut = Math.max(0, text.lastIndexOf('\n', text.length - KEPT_CHARACTERS))
    found.push(...secretsIn(text.slice(0, cut)))
    rest = text.slice(cut)
  }
  return [...found, ...secretsIn(rest)]
}
