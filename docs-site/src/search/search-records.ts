import { signalTypes } from '../catalogue.ts'
import { problems } from '../problem-pages.ts'
import { factsOf, type OperationFacts } from '../reference/facts.ts'
import type { FieldNode } from '../reference/fields.ts'
import { operations, operationUrl } from '../reference/operations.ts'
import { type Page, source } from '../source.ts'
import { plainText } from './plain-text.ts'
import type { SearchRecord } from './search-index.ts'

/** Everything of the portal's documentation that can be found. */
export function searchRecords(): SearchRecord[] {
  return [...writtenRecords(), ...operationRecords(), ...problemRecords(), ...signalRecords()]
}

/** One record per page and one per part of it. */
function writtenRecords(): SearchRecord[] {
  return source.getPages().flatMap((page) => {
    if (page.type !== 'guide' && page.type !== 'decision') return []
    const kind = page.type === 'guide' ? 'Guide' : 'Decision'
    const { title, description = '' } = page.data
    return [
      { kind, title, summary: description, body: textUnder(page, undefined), url: page.url },
      ...page.data.structuredData.headings.map(
        (heading): SearchRecord => ({
          kind,
          title: `${title}: ${heading.content}`,
          summary: '',
          body: textUnder(page, heading.id),
          url: `${page.url}#${heading.id}`,
        }),
      ),
    ]
  })
}

function textUnder(page: Extract<Page, { type: 'guide' | 'decision' }>, heading: string | undefined): string {
  return page.data.structuredData.contents
    .filter((part) => part.heading === heading)
    .map(({ content }) => plainText(content))
    .join(' ')
}

/** Operations, and each field by name: the first operation that has it is where it leads. */
function operationRecords(): SearchRecord[] {
  const fields = new Map<string, SearchRecord>()
  const records = operations.map((entry): SearchRecord => {
    const { operation, method, path } = entry
    const facts = factsOf(entry)
    const url = operationUrl(entry)
    for (const field of allFields(facts)) {
      if (fields.has(field.name)) continue
      fields.set(field.name, {
        kind: 'Field',
        title: field.name,
        summary: plainText(field.description),
        body: `${field.type} ${field.values.join(' ')}`,
        url: `${url}#${field.id}`,
      })
    }
    return {
      kind: 'Operation',
      title: `${operation.summary ?? operation.operationId} · ${operation.operationId}`,
      summary: `${method.toUpperCase()} ${path}`,
      body: [facts.sdkMethod ?? '', plainText(operation.description ?? '')].join(' '),
      url,
    }
  })
  return [...records, ...fields.values()]
}

function allFields({ parameters, body, answer }: OperationFacts): FieldNode[] {
  const top = [...parameters.flatMap(({ fields }) => fields), ...(body?.fields ?? []), ...answer.fields]
  return top.flatMap(withChildren)
}

function withChildren(field: FieldNode): FieldNode[] {
  const below = [...field.children, ...field.variants.flatMap(({ children }) => children)]
  return [field, ...below.flatMap(withChildren)]
}

function problemRecords(): SearchRecord[] {
  return problems.map(({ code, status, title, description, fix }) => ({
    kind: 'Error',
    title: code,
    summary: `${status} ${title}`,
    body: plainText(`${description} ${fix}`),
    url: `/docs/errors/${code}`,
  }))
}

function signalRecords(): SearchRecord[] {
  return signalTypes.map(({ signal_type, title, description, formula, source: origin }) => ({
    kind: 'Signal',
    title: signal_type,
    summary: title,
    body: `${plainText(description)} ${formula} ${origin}`,
    url: `/docs/signals/${signal_type}`,
  }))
}
