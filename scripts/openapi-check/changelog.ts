import type { Finding, RuleId } from './breaking/rules.ts'
import { type Group, grouped } from './grouped.ts'

const MAX_NAMED = 3

interface Chapter {
  title: string
  takes: (group: Group) => boolean
}

/** In the order in which somebody wants to know; a change stands in the first that takes it. */
const CHAPTERS: Chapter[] = [
  { title: 'Breaking', takes: ({ severity }) => severity === 'breaking' },
  {
    title: 'Deprecated',
    takes: ({ rule }) => rule === 'operation-deprecated' || rule.includes('sunset-moved'),
  },
  { title: 'Removed as announced', takes: ({ rule }) => rule === 'operation-removed-after-sunset' },
  { title: 'New operations', takes: ({ rule }) => rule === 'operation-added' },
  { title: 'Worth a look', takes: ({ severity }) => severity === 'warning' },
  { title: 'New', takes: ({ rule }) => /-(?:added|opened|widened|relaxed)$/.test(rule) },
  { title: 'Also changed', takes: () => true },
]

/** Told by the chapter of the operation they come with, or by nobody. */
const SILENT: RuleId[] = ['operation-problem-code-dropped', 'response-problem-status-removed']

/** What changed between two contracts, as Markdown for people who use the API. Empty when nothing did. */
export function changelog(findings: Finding[]): string {
  const left = new Set(grouped(findings).filter(({ rule }) => !SILENT.includes(rule)))
  const chapters = CHAPTERS.flatMap(({ title, takes }) => {
    const groups = [...left].filter(takes)
    for (const group of groups) left.delete(group)
    return groups.length === 0 ? [] : [`### ${title}\n\n${groups.map(line).join('\n')}\n`]
  })
  return chapters.join('\n')
}

function line({ place, change, within, operations }: Group): string {
  const named = operations.slice(0, MAX_NAMED).map((operation) => `\`${operation}\``)
  const more = operations.length - named.length
  const where = within === null ? '' : ` (${named.join(', ')}${more > 0 ? ` and ${more} more` : ''})`
  return `- \`${place}\`: ${change}${where}`
}
