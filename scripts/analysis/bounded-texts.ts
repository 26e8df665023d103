import type { BoundedTexts } from './check.ts'

/**
 * Where an expression may need more than linear time, and what bounds it. Readers and rules see texts of megabytes that strangers
 * wrote: there the thread is what ends (workers/src/filings/parse-threads.test.ts shows it). Everywhere else the text is short.
 */
export const BOUNDED_TEXTS: BoundedTexts[] = [
  {
    paths:
      /^core\/src\/(?:beneficial-ownership|documents|filings|form-xml|holdings|insider-transactions|offerings|sections|signals|statements|subsidiaries|xbrl)\//,
    why: 'reads filings in a thread that is ended when it takes too long, and the filing is then told as unreadable',
  },
  {
    paths: /^core\/src\/claude\/(?:figures|hostile-text)\.ts$/,
    why: 'looks at passages of at most 75,000 bytes whose blanks were collapsed; the watchdog ends a process that stands still',
  },
  {
    paths: /^core\/src\/edgar\/gateway\.ts$/,
    why: 'looks at the last line of an index, of at most 4,096 bytes',
  },
  {
    paths:
      /^core\/src\/(?:migrate|error-reports\/settings|operations-events\/settings)\.ts$|^api\/src\/config\.ts$/,
    why: 'reads settings and files of the operator, once, when a process starts',
  },
  {
    paths: /^core\/src\/recovery\/backup-store\.ts$/,
    why: 'reads a page of at most a thousand names from the store of the operator, in a job of its own',
  },
  { paths: /^core\/src\/billing\/pdf\.ts$/, why: 'writes a number, of at most 21 characters' },
  {
    paths: /^docs-site\/src\/(?:explorer\/rate-limit|dashboard\/webhooks\/headers|search\/plain-text)\.ts$/,
    why: 'runs in the browser of whoever typed the text or asked for the answer, or reads pages of our own for the search',
  },
  {
    paths: /^sdk\/mcp\/src\/remote-docs\.ts$/,
    why: 'reads the index of the portal that the user configured, of at most 4 MB, for that user alone',
  },
]
