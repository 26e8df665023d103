import { pageMarkdown } from './page-markdown.ts'
import { groups, operationUrl } from './reference/operations.ts'
import { type Page, source } from './source.ts'

const TITLE = '# SEC Latent Platform'
const ABOUT = '> An API for SEC filings and the signals in them, each with a quote you can check.'

const PARTS: { title: string; type: Page['type'] }[] = [
  { title: 'Guides', type: 'guide' },
  { title: 'Signals', type: 'signal' },
  { title: 'Problem codes', type: 'problem' },
  { title: 'Decisions', type: 'decision' },
]

const line = (title: string, url: string, text = '') => `- [${title}](${url}.md): ${text.split('\n')[0]}`

/** An index of the Markdown pages, in the order of https://llmstxt.org. */
export function llmsIndex(): string {
  const written = PARTS.map(({ title, type }) =>
    [
      `## ${title}`,
      '',
      ...pagesOf(type).map((page) => line(page.data.title ?? page.url, page.url, page.data.description)),
    ].join('\n'),
  )
  const operations = groups.flatMap((group) =>
    group.operations.map((entry) =>
      line(
        entry.operation.summary ?? entry.operation.operationId,
        operationUrl(entry),
        `${entry.method.toUpperCase()} ${entry.path}`,
      ),
    ),
  )
  const more = [
    '- [All guides, signals and problem codes in one file](/llms-full.txt)',
    '- [How to use this API, for an agent](/skill.md)',
    '- [OpenAPI 3.1](/openapi.json), [as YAML](/docs/reference/openapi.yaml)',
    '- [Reference, by subject](/docs/reference.md)',
  ]
  return [
    TITLE,
    '',
    ABOUT,
    '',
    ...written.flatMap((part) => [part, '']),
    '## Operations',
    '',
    ...operations,
    '',
    '## More',
    '',
    ...more,
    '',
  ].join('\n')
}

/** The text of every guide, signal and problem code. Operations are left to their own pages: together they are megabytes. */
export async function llmsFull(): Promise<string> {
  const pages = PARTS.filter(({ type }) => type !== 'decision').flatMap(({ type }) => pagesOf(type))
  const texts = await Promise.all(
    pages.map(async (page) => `${await pageMarkdown(page)}\nSource: ${page.url}\n`),
  )
  return [TITLE, '', ABOUT, '', ...texts].join('\n')
}

function pagesOf(type: Page['type']): Page[] {
  return source.getPages().filter((page) => page.type === type)
}
