import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as core from '../../sdk/src/core.ts'
import * as evidence from '../../sdk/src/evidence.ts'
import * as index from '../../sdk/src/index.ts'
import * as operations from '../../sdk/src/operations.ts'
import * as testing from '../../sdk/src/testing.ts'
import * as webhooks from '../../sdk/src/webhooks.ts'
import { type Snippet, snippetsOf } from '../snippets.ts'

const SDK = join(import.meta.dirname, '../../sdk')

/** Where a name is exported; the first that has it is where an editor would take it from. */
const ENTRY_POINTS: [specifier: string, names: string[]][] = [
  ['@sec-latent/sdk', Object.keys(index)],
  ['@sec-latent/sdk/evidence', Object.keys(evidence)],
  ['@sec-latent/sdk/webhooks', Object.keys(webhooks)],
  ['@sec-latent/sdk/testing', Object.keys(testing)],
  ['@sec-latent/sdk/core', Object.keys(core)],
  ['@sec-latent/sdk/operations', Object.keys(operations)],
]

/** What an example of a comment takes for granted, because it is the reader's own. */
const READERS_OWN: Record<string, string> = {
  clientId: `'sa_example'`,
  clientSecret: `'a secret'`,
}

/** The programs of the SDK's README and of the comments an editor shows, as somebody who reads them would write them down. */
export async function sdkSnippets(): Promise<Snippet[]> {
  const readme = snippetsOf('sdk/README.md', await readFile(join(SDK, 'README.md'), 'utf8'))
  const sources = (await readdir(join(SDK, 'src'))).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const comments = await Promise.all(
    sources.sort().map(async (name) => commentSnippets(name, await readFile(join(SDK, 'src', name), 'utf8'))),
  )
  return [...readme, ...comments.flat()]
}

export function commentSnippets(name: string, source: string): Snippet[] {
  // The lines stay where they are, so that a snippet is named by its line in the file.
  const text = source
    .split('\n')
    .map((line) => /^\s*\* ?(.*)$/.exec(line)?.[1] ?? '')
    .join('\n')
  return snippetsOf(`sdk/src/${name}`, text).map((snippet) => ({ ...snippet, code: completed(snippet.code) }))
}

/** With the imports an editor would add, and with what is the reader's own. */
export function completed(code: string): string {
  const plain = code.replace(/'[^'\n]*'/g, "''")
  const used = new Set(plain.match(/(?<![.\w$])[A-Za-z_$][\w$]*/g))
  const declared = new Set(
    [...code.matchAll(/(?:const|let|function|class) (\w+)|import \{([^}]*)\}/g)].flatMap(([, one, many]) =>
      (one ?? many ?? '').split(',').map((name) => name.trim()),
    ),
  )
  const missing = (name: string) => used.has(name) && !declared.has(name)
  const imports = ENTRY_POINTS.flatMap(([specifier, names]) => {
    const wanted = names.filter(missing)
    for (const name of wanted) declared.add(name)
    return wanted.length === 0 ? [] : [`import { ${wanted.join(', ')} } from '${specifier}'`]
  })
  const own = Object.entries(READERS_OWN).flatMap(([name, value]) =>
    missing(name) ? [`const ${name} = ${value}`] : [],
  )
  return [...imports, ...own, code].join('\n')
}
