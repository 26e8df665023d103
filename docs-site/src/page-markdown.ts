import type { ParameterObject, ResponseObject } from 'fumadocs-openapi'
import {
  casesInWords,
  EVIDENCE_KINDS,
  formsInWords,
  payloadFields,
  rangeInWords,
  type SignalType,
  shareInWords,
  signalTypes,
} from './catalogue.ts'
import { dereference, type Operation } from './contract.ts'
import { type Problem, problems } from './problem-pages.ts'
import { operationUrl, referenceGroups } from './reference-pages.ts'
import type { Page } from './source.ts'

/** A page as Markdown, for readers without a browser. */
export async function pageMarkdown(page: Page): Promise<string> {
  const heading = `# ${page.data.title}`
  if (page.type === 'problem') return `${heading}\n\n${problemMarkdown(page.data.problem)}\n`
  if (page.type === 'signal') return `${heading}\n\n${signalMarkdown(page.data.signal)}\n`
  if (page.type === 'reference') return `${heading}\n\n${operationMarkdown(page.data.operation)}\n`
  const text = await page.data.getText('processed')
  return `${heading}\n\n${fillLists(text.trim())}\n`
}

/** The generated lists of a guide are components; here they become Markdown too. */
function fillLists(text: string): string {
  return text
    .replace('<ProblemList />', () =>
      problems.map(({ code, status, title }) => `- ${code} (${status}): ${title}`).join('\n'),
    )
    .replace('<SignalList />', () =>
      signalTypes.map(({ signal_type, title }) => `- ${signal_type}: ${title}`).join('\n'),
    )
    .replace('<ReferenceList />', () =>
      referenceGroups()
        .flatMap(({ operations }) => operations)
        .map(
          (entry) =>
            `- [${entry.method.toUpperCase()} ${entry.path}](${operationUrl(entry)}): ${entry.operation.summary}`,
        )
        .join('\n'),
    )
}

function problemMarkdown({ status, title, description, fix }: Problem): string {
  return `${title} (HTTP ${status}).\n\n## What it means\n\n${description}\n\n## What to do\n\n${fix}`
}

function signalMarkdown(signal: SignalType): string {
  return [
    signal.description,
    `- Forms: ${formsInWords(signal)}\n- Unit: ${signal.unit}${signal.labels ? ` (${signal.labels.join(', ')})` : ''}\n- Range: ${rangeInWords(signal.range)}\n- Extractor: ${signal.extractor}`,
    `## Formula\n\n${signal.formula}`,
    `## Evidence\n\n${signal.evidence_kinds.map((kind) => `- ${kind}: ${EVIDENCE_KINDS[kind] ?? ''}`).join('\n')}`,
    ...(payloadFields(signal).length > 0
      ? [
          `## Payload\n\n${payloadFields(signal)
            .map(([name, description]) => `- \`${name}\`: ${description}`)
            .join('\n')}`,
        ]
      : []),
    `## Special cases\n\n${casesInWords(signal)
      .map(([name, answer]) => `- ${name}: ${answer}`)
      .join('\n')}`,
    ...(signal.accuracy
      ? [
          `## Accuracy\n\n${signal.accuracy.checks
            .map(
              ({ name, source, labelled, agreement, intervals }) =>
                `- ${name} (${source}): ${labelled} cases, agreement ${shareInWords(agreement, intervals?.agreement)}`,
            )
            .join('\n')}`,
        ]
      : []),
    `## Source\n\n${[signal.source, signal.history ?? ''].join('\n\n').trim()}`,
  ].join('\n\n')
}

function operationMarkdown({ path, method, operation }: Operation): string {
  const parts = [`\`${method.toUpperCase()} ${path}\` (operation \`${operation.operationId}\`)`]
  if (operation.description) parts.push(operation.description)
  const parameters = (operation.parameters ?? []).map((parameter) => dereference<ParameterObject>(parameter))
  if (parameters.length > 0) {
    const rows = parameters.map(
      ({ name, in: place, required, description }) =>
        `- \`${name}\` (${place}${required ? ', required' : ''}): ${description ?? ''}`,
    )
    parts.push(`## Parameters\n\n${rows.join('\n')}`)
  }
  const responses = Object.entries(operation.responses ?? {}).map(([status, response]) => {
    const { description } = dereference<ResponseObject>(response as ResponseObject)
    return `- ${status}: ${description ?? ''}`
  })
  if (responses.length > 0) parts.push(`## Responses\n\n${responses.join('\n')}`)
  return parts.join('\n\n')
}
