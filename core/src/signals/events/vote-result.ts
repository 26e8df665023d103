import { Type } from 'typebox'
import type { TableCell, TextTable } from '../../documents/document.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { textSpan } from '../../evidence/span.ts'
import { defineExtractor } from '../extractor.ts'
import type { Finding } from '../signal.ts'
import { type ItemText, itemInputs, MAX_QUOTE, readItem } from './item-reading.ts'
import { itemSignal } from './item-signal.ts'
import { CURRENT_REPORT } from './reported-items.ts'

const config = { maximum_proposals: 60, maximum_evidence: 20 } as const

const count = (description: string) => Type.Union([Type.Integer(), Type.Null()], { description })
const Proposal = Type.Object(
  {
    title: Type.String({
      description: 'What was voted on, or who stood for election, as written; at most 300 characters.',
    }),
    kind: Type.String({ description: '`director`, `say_on_pay`, `auditor` or `other`.' }),
    votes_for: count('Votes for.'),
    votes_against: count('Votes against.'),
    votes_withheld: count('Votes withheld; only elections have them.'),
    abstentions: count('Abstentions.'),
    broker_non_votes: count('Broker non-votes.'),
  },
  { additionalProperties: false },
)
interface Proposal {
  title: string
  kind: string
  votes_for: number | null
  votes_against: number | null
  votes_withheld: number | null
  abstentions: number | null
  broker_non_votes: number | null
}

const SOURCE = 'Form 8-K, Item 5.07 (since 28 February 2010); SEC release 33-9089'

const voteResult = itemSignal({
  signal_type: 'vote_result',
  title: 'Results of a vote of holders',
  description:
    'How holders voted (Item 5.07): the value counts the votes read out of tables with a heading For, Against or Withheld, directors one by one. Results told in sentences are not read. Directors elected by plurality can have more votes withheld than for them.',
  unit: 'count',
  source: SOURCE,
  formula:
    'Each row of a table under headings of votes, figures and headings matched in order; rows with another number of figures are left out. Direction −1 when a director, or the pay of the officers, got fewer votes for than against or withheld; otherwise 0, as proposals of shareholders often fail.',
  covers_from: '2010-02-28',
  payload_schema: Type.Object(
    { proposals: Type.Array(Proposal, { description: 'In the order of the report.' }) },
    { additionalProperties: false },
  ),
})

const sayOnPay = {
  ...itemSignal({
    signal_type: 'say_on_pay',
    title: 'Advisory vote on pay',
    description:
      'Share of votes for the pay of the named executive officers among votes for and against (Section 14A of the Exchange Act). Abstentions and broker non-votes do not count. The vote on how often to vote is another one and is not taken.',
    unit: 'ratio',
    source: 'Exchange Act, Section 14A; Rule 14a-21(a); Form 8-K, Item 5.07',
    formula:
      'for / (for + against) of the row whose title, or the sentence before the table, speaks of an advisory vote on executive compensation. Direction −1 below 0.5, otherwise 0. Two such rows that differ: no signal.',
    covers_from: '2011-01-21',
    payload_schema: Proposal,
  }),
  family: 'governance' as const,
  range: { minimum: 0, maximum: 1 },
}

type Column = 'votes_for' | 'votes_against' | 'votes_withheld' | 'abstentions' | 'broker_non_votes'
interface ReadVote extends Proposal {
  start: number
  end: number
}

/** What holders voted on and how, and of it the vote on pay. */
export const voteResults = defineExtractor({
  name: 'vote_result',
  version: '1.0.0',
  signal_types: [voteResult, sayOnPay],
  applies: (formType) => CURRENT_REPORT.test(formType),
  needs: {},
  config,

  extract({ filing }) {
    const reading = readItem(filing, ['5.07'])
    if (reading.status !== 'read') return reading.outcome
    const { item } = reading
    const votes = votesOf(item).slice(0, config.maximum_proposals)
    if (votes.length === 0)
      return { status: 'insufficient_data', missing: ['table_of_votes'], reason: 'no_table_of_votes' }
    const inputs = itemInputs(filing, item)
    const findings: Finding[] = [
      {
        signal_type: 'vote_result',
        subject: null,
        value: votes.length,
        unit: 'count',
        direction: votes.some(lost) ? -1 : 0,
        payload: { proposals: votes.map(proposalOf) },
        evidence: votes.slice(0, config.maximum_evidence).flatMap((vote) => rowEvidence(item, vote)),
        inputs,
      },
    ]
    const onPay = votes.filter(
      ({ kind, votes_for, votes_against }) =>
        kind === 'say_on_pay' && votes_for !== null && votes_against !== null,
    )
    const [pay] = onPay
    const agreed =
      pay && onPay.every((one) => one.votes_for === pay.votes_for && one.votes_against === pay.votes_against)
    if (
      pay &&
      agreed &&
      pay.votes_for !== null &&
      pay.votes_against !== null &&
      pay.votes_for + pay.votes_against > 0
    ) {
      const value = pay.votes_for / (pay.votes_for + pay.votes_against)
      findings.push({
        signal_type: 'say_on_pay',
        subject: null,
        value,
        unit: 'ratio',
        direction: value < 0.5 ? -1 : 0,
        payload: proposalOf(pay) as unknown as Record<string, unknown>,
        evidence: rowEvidence(item, pay),
        inputs: [
          ...inputs,
          { name: 'votes_for', value: pay.votes_for, accession_number: filing.accession_number },
          { name: 'votes_against', value: pay.votes_against, accession_number: filing.accession_number },
        ],
      })
    }
    return { status: 'ok_found', findings }
  },
})

function lost({ kind, votes_for, votes_against, votes_withheld }: Proposal): boolean {
  if (kind !== 'director' && kind !== 'say_on_pay') return false
  const other = votes_against ?? votes_withheld
  return votes_for !== null && other !== null && votes_for < other
}

function proposalOf({
  title,
  kind,
  votes_for,
  votes_against,
  votes_withheld,
  abstentions,
  broker_non_votes,
}: ReadVote): Proposal {
  return { title, kind, votes_for, votes_against, votes_withheld, abstentions, broker_non_votes }
}

function rowEvidence(item: ItemText, { start, end }: ReadVote): Evidence[] {
  const section = item.sentences[0]?.section ?? null
  return end - start > MAX_QUOTE
    ? []
    : [{ kind: 'text_span', ...textSpan(item.document, section, start, end) }]
}

function votesOf(item: ItemText): ReadVote[] {
  const canonical = item.document.text
  const section = item.sentences[0]?.section
  if (!canonical || !section) return []
  const { text } = canonical
  const votes: ReadVote[] = []
  for (const table of canonical.tables) {
    if (table.start < section.start || table.end > section.end) continue
    const before = titleBefore(item, table)
    let columns: Column[] = []
    let heading = before
    for (const row of table.rows) {
      const cells = row
        .map((cell) => ({ cell, words: words(text, cell) }))
        .filter(({ words: own }) => own !== '' && own !== '$' && own !== '%')
      const headed = cells.flatMap(({ words: own }) => columnOf(own) ?? [])
      if (headed.length >= 2) {
        columns = headed
        const rest = cells.filter(
          ({ words: own }) =>
            !columnOf(own) &&
            !/^\(?\d{1,2}[.)]?$|^(?:name|nominees?|directors?|proposal|votes?)\W*$/i.test(own),
        )
        heading = rest.map(({ words: own }) => own).join(' ') || before
        continue
      }
      if (columns.length < 2) continue
      const figures = cells.flatMap(({ words: own, cell }) =>
        isFigure(own) ? [{ value: figureOf(own), cell }] : [],
      )
      const labels = cells.filter(({ words: own }) => !isFigure(own))
      const label = labels
        .map(({ words: own }) => own)
        .join(' ')
        .replace(/^\(?\d{1,2}[.)] /, '')
      if (figures.length !== columns.length || !figures.some(({ value }) => value !== null)) {
        // A row without figures is the title of what follows.
        if (figures.length === 0 && label.length > 12) heading = label
        continue
      }
      const title = (label || heading).slice(0, 300)
      const first = row.find((cell) => cell.end > cell.start)
      const last = row.findLast((cell) => cell.end > cell.start)
      if (!first || !last || title === '') continue
      const kind = kindOf(title, `${heading} ${before}`, columns)
      const vote: ReadVote = {
        title,
        kind,
        votes_for: null,
        votes_against: null,
        votes_withheld: null,
        abstentions: null,
        broker_non_votes: null,
        start: first.start,
        end: last.end,
      }
      columns.forEach((column, index) => {
        vote[column] = figures[index]?.value ?? null
      })
      votes.push(vote)
    }
  }
  return votes
}

/** The last sentence or two before a table, which say what it is about. */
function titleBefore(item: ItemText, table: TextTable): string {
  const before = item.sentences.filter(({ end, start }) => end <= table.start && start > table.start - 1200)
  const last = before.slice(-4).map(({ text }) => text)
  const numbered = last.findLastIndex((said) => /^(?:Proposal|Item|\(?\d{1,2}[.)])/i.test(said))
  if (numbered !== -1) return last.slice(numbered).join(' ').slice(0, 600)
  return (
    last.findLast((said) => /\b(?:propos\w+|elect\w+|ratif\w+|advisory|approv\w+|vot\w+)\b/i.test(said)) ??
    last.at(-1) ??
    ''
  )
}

function columnOf(label: string): Column | null {
  const said = label
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (said.length > 40) return null
  if (/^(?:(?:number of )?(?:votes|shares)(?: cast| voted)? )?for(?: votes)?$|^votes for$/.test(said))
    return 'votes_for'
  if (/^(?:(?:number of )?(?:votes|shares)(?: cast| voted)? )?against(?: votes)?$/.test(said))
    return 'votes_against'
  if (/\bwithh[eo]ld\b|\bauthority withheld\b/.test(said)) return 'votes_withheld'
  if (
    /^(?:(?:number of )?(?:votes|shares)(?: cast| voted)? )?(?:abstain(?:ed|ing)?|abstentions?)(?: votes)?$|^votes abstained$/.test(
      said,
    )
  )
    return 'abstentions'
  if (/\bnon ?votes?\b/.test(said)) return 'broker_non_votes'
  return null
}

function kindOf(title: string, context: string, columns: readonly Column[]): string {
  const own = kindIn(title)
  if (own !== 'other') return own
  // A row under "Election of Directors" is a person; a row without a label has its title from before the table.
  if (
    /\belect\w*\b[^.]{0,140}\bdirectors?\b|\bdirectors?\b[^.]{0,140}\belect/i.test(context) &&
    (columns.includes('votes_withheld') || /^[\p{Lu}][\p{L}.,’' -]{3,60}$/u.test(title))
  )
    return 'director'
  return 'other'
}

function kindIn(title: string): string {
  if (/\bfrequency\b|\bevery (?:one|two|three)\b/i.test(title)) return 'other'
  if (
    /\b(?:advisory|non-?binding|say[- ]on[- ]pay)\b[^.]{0,160}\b(?:compensation|pay)\b|\b(?:compensation|pay)\b[^.]{0,120}\b(?:advisory|non-?binding)\b|\bsay[- ]on[- ]pay\b/i.test(
      title,
    ) &&
    !/\b(?:share|stock)holder proposal\b|\bgolden parachute|\bmerger\b|\bdirector compensation\b/i.test(title)
  )
    return 'say_on_pay'
  if (
    /\bratif\w+\b[^.]{0,200}\b(?:LLP|account(?:ants?|ing)|auditors?)\b|\b(?:LLP|accounting firm|auditors?)\b[^.]{0,120}\bratif/i.test(
      title,
    )
  )
    return 'auditor'
  return 'other'
}

function words(text: string, { start, end }: TableCell): string {
  return text
    .slice(start, Math.min(end, start + 600))
    .replace(/\s+/g, ' ')
    .trim()
}

const NOTHING = /^(?:[—–-]+|N\/A|NA|\*+|None)$/i

function isFigure(cell: string): boolean {
  return /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d{1,15}$/.test(cell) || NOTHING.test(cell)
}

function figureOf(cell: string): number | null {
  if (NOTHING.test(cell)) return null
  const value = Number(cell.replaceAll(',', ''))
  return Number.isInteger(value) ? value : null
}
