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
import { withOwnAddress } from './own-address.tsx'
import { planLines, planTitles } from './plan-table.ts'
import { type Problem, problems } from './problem-pages.ts'
import type { Page } from './source.ts'

const FENCED = /^```[\s\S]*?^```/gm

/** A page as Markdown, for readers without a browser. */
export async function pageMarkdown(page: Page): Promise<string> {
  const heading = `# ${page.data.title}`
  if (page.type === 'problem') return `${heading}\n\n${problemMarkdown(page.data.problem)}\n`
  if (page.type === 'signal') return `${heading}\n\n${signalMarkdown(page.data.signal)}\n`
  const text = await page.data.getText('processed')
  const code = text.trim().replace(FENCED, (block) => withOwnAddress(block, process.env))
  return `${heading}\n\n${fillLists(code)}\n`
}

/** The generated lists of a guide are components; here they become Markdown too. */
function fillLists(text: string): string {
  return text
    .replace('<ProblemList />', () =>
      problems
        .map(({ code, status, title }) => `- [${code}](/docs/errors/${code}.md) (${status}): ${title}`)
        .join('\n'),
    )
    .replace('<SignalList />', () =>
      signalTypes
        .map(({ signal_type, title }) => `- [${signal_type}](/docs/signals/${signal_type}.md): ${title}`)
        .join('\n'),
    )
    .replace('<PlanTable />', planTable)
}

function planTable(): string {
  const head = ['', ...planTitles]
  const rows = [head, head.map(() => '---'), ...planLines.map(({ name, values }) => [name, ...values])]
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
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
