import type { MDXContent } from 'mdx/types'
import { changes, sdkReleases } from '../../.source/server.ts'
import { contract, operations } from '../reference/operations.ts'
import type { EntryHead } from './entry-head.ts'

export interface Entry extends EntryHead {
  /** Its address on the page, and the name of its file. */
  id: string
  body: MDXContent
  markdown: () => Promise<string>
}

/** What changed, newest first; of one day in the order of their files. */
export const entries: Entry[] = changes
  .map((entry) => ({
    id: entry.info.path.replace(/\.mdx?$/, ''),
    title: entry.title,
    date: entry.date,
    part: entry.part,
    operations: entry.operations,
    deprecates: entry.deprecates,
    body: entry.body,
    markdown: () => entry.getText('processed'),
  }))
  .sort((a, b) => b.id.localeCompare(a.id))

export interface DeprecatedOperation {
  operationId: string
  summary: string
  /** After this day it answers no more; null when that is not decided. */
  sunset: string | null
}

/** Operations that will go away, as the contract says. */
export const deprecatedOperations: DeprecatedOperation[] = operations
  .filter(({ operation }) => operation.deprecated)
  .map(({ operation }) => ({
    operationId: operation.operationId,
    summary: operation.summary ?? operation.operationId,
    sunset: operation['x-sunset'] ?? null,
  }))

/** The version of the API that answers when none is asked for. */
export const currentVersion = (contract as { info?: { version?: string } }).info?.version ?? ''

/** The releases of the SDK as its own changelog has them; null before the first. */
export const sdkChangelog: MDXContent | null =
  sdkReleases.find(({ toc }) => toc.some(({ depth }) => depth === 2))?.body ?? null
