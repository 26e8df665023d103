import { join } from 'node:path'
import type { Installation } from './install.ts'
import { type Judged, verdictText } from './report.ts'

export const PAGE = join(import.meta.dirname, '../../docs-site/content/docs/sdk/compared.mdx')

const INTRODUCTION = `---
title: Compared with others
description: This SDK beside those of Stripe, OpenAI, Anthropic, Unkey and GitHub, and openapi-fetch, measured.
---

{/* Written by npm run sdk:compare -- --write-page. */}
`

const CALLS = `The time of a call is what it takes beyond the same request by bare \`fetch\`, the median over many rounds in which both take
turns. \`stripe\` sends by \`node:http\` unless it is told otherwise.`

/** The page of the documentation: the same rows as the command prints. */
export function pageOf(rows: readonly Judged[], installations: readonly Installation[], now: Date): string {
  const versions = installations.map(({ peer, version }) => `\`${peer.package}\` ${version}`).join(', ')
  const figures = rows.filter(({ unit }) => unit !== 'points')
  const behaviours = rows.filter(({ unit }) => unit === 'points')
  const names = installations.map(({ peer }) => peer.name)
  return `${INTRODUCTION}
Measured on ${now.toISOString().slice(0, 10)} with Node ${process.versions.node}: ${versions}. Repeat it with

\`\`\`sh
npm run sdk:compare
\`\`\`

Each package is installed alone, in the version named above, and used with the settings it has by default. All of them talk to one
server on the same machine, over connections that stay open, and get the same answers. Where this SDK is behind, the row says why.

## Size, types and time

${table(
  ['What', ...names, 'Verdict'],
  figures.map((row) => [
    heading(row),
    ...names.map((name) => row.entries[name]?.told ?? 'none'),
    verdictText(row),
  ]),
)}

${figures.flatMap((row) => (row.beside ? [`- ${escaped(`${heading(row)}: ${row.beside}`)}.`] : [])).join('\n')}

${
  rows.some(({ id }) => id === 'overhead')
    ? `${CALLS}
`
    : ''
}The small program of
\`openapi-fetch\` has the types that openapi-typescript makes of the contract of this API; the other packages bring those of their own.

## When things go wrong

${behaviours.map((row) => section(row, names)).join('\n\n')}
`
}

function section(row: Judged, names: string[]): string {
  const lines = names.map((name) => [name === 'ours' ? '**ours**' : name, row.entries[name]?.told ?? 'none'])
  return `### ${escaped(heading(row))}

Points: ${escaped(row.beside ?? '')}. Verdict: ${escaped(verdictText(row))}.

${table(['Package', 'What happens'], lines)}`
}

function heading({ check: [first = '', ...rest] }: Judged): string {
  return first.toUpperCase() + rest.join('')
}

function table(head: string[], lines: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(escaped).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...lines.map(line)].join('\n')
}

/** MDX takes braces and angle brackets for code. */
function escaped(text: string): string {
  return text.replace(/[{}<>|]/g, (sign) => `\\${sign}`)
}
