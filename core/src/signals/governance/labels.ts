import type { LabelledCase, ReadCorpus, SignalLabel } from '../accuracy/label.ts'
import { tenureSentences } from './auditor-tenure.ts'
import { type GovernanceLabelRow, governanceLabelStore } from './labels-store.ts'

const storeOf = ({ sql, dataset }: ReadCorpus) => governanceLabelStore(sql, dataset)

/** Shares are counted on one day, averages over a year. */
const SHARES_APART = 0.05

/** What other parts of reports, and later reports, say of auditors, plans, cybersecurity and share counts. */
export const governanceLabels: readonly SignalLabel[] = [
  {
    name: 'auditor_identity name against the signature of the audit report',
    signal_type: 'auditor_identity',
    source: 'Text of the annual report: "/s/" above or below the sentence on the tenure',
    agrees: (label, signal) => sameFirm(String(label), String(signal)),
    cases: async (corpus) => await fromText(corpus, 'auditor_identity', signatureIn),
  },
  {
    name: 'auditor_tenure against the next report of the same auditor',
    signal_type: 'auditor_tenure',
    source: 'The year named in the following annual report that the same firm signed',
    cases: async (corpus) => cases(await storeOf(corpus).tenures()),
  },
  {
    name: 'cyber_governance materially affected against the words of the report',
    signal_type: 'cyber_governance',
    source: 'Sentences of the annual report with "materially affected" and "cybersecurity"',
    positive: (value) => value === true,
    cases: async (corpus) => await fromText(corpus, 'cyber_governance', affectedIn),
  },
  {
    name: 'plan_adopt_terminate against the description of the plan',
    signal_type: 'plan_adopt_terminate',
    source: 'Text block in which the report describes the plan: whether it says adopted or terminated',
    cases: async (corpus) =>
      cases(await storeOf(corpus).plans()).flatMap((one) => {
        const label = actionIn(String(one.label))
        return label === null ? [] : [{ ...one, label }]
      }),
  },
  {
    name: 'share_count_growth against weighted averages',
    signal_type: 'share_count_growth',
    source: 'Weighted average basic shares of the year and of the year before, in the same report',
    agrees: (label, signal) => Math.abs(Number(label) - Number(signal)) <= SHARES_APART,
    cases: async (corpus) => cases(await storeOf(corpus).shareCounts()),
  },
]

function cases(rows: readonly GovernanceLabelRow[]): LabelledCase[] {
  return rows.flatMap(({ label, ...row }) => (label === null ? [] : [{ ...row, label }]))
}

async function fromText(
  corpus: ReadCorpus,
  type: 'auditor_identity' | 'cyber_governance',
  labelIn: (text: string) => string | boolean | null,
): Promise<LabelledCase[]> {
  const found: LabelledCase[] = []
  for (const { accession_number, signal, text_sha256 } of await storeOf(corpus).withText(type)) {
    const text = (await corpus.objects.get(text_sha256))?.toString('utf8')
    const label = text === undefined ? null : labelIn(text)
    if (label !== null) found.push({ accession_number, subject: null, label, signal })
  }
  return found
}

const AROUND = 400

/** The name signed next to the sentence on the tenure; null where none is found. */
export function signatureIn(text: string): string | null {
  for (const { start, end } of tenureSentences(text)) {
    const above = text.slice(Math.max(0, start - AROUND), start)
    const mark = above.lastIndexOf('/s/')
    const found = mark >= 0 ? above.slice(mark + 3) : afterMark(text.slice(end, end + AROUND))
    const name = found
      ?.split('\n')
      .map((line) => line.replaceAll('|', ' ').trim())
      .find((line) => line !== '')
    if (name) return name
  }
  return null
}

function afterMark(below: string): string | undefined {
  const mark = below.indexOf('/s/')
  return mark < 0 ? undefined : below.slice(mark + 3)
}

export function sameFirm(one: string, other: string): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)]
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a))
}

function lettersOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&amp;', 'and')
    .replaceAll('&', 'and')
    .replace(/\b(?:llp|llc|pllc|p\.?c|pc|inc|ltd|co)\b\.?/g, '')
    .replace(/[^a-z0-9]/g, '')
}

/** Whether the words deny that threats have materially affected the company; null where they say neither. */
export function affectedIn(text: string): boolean | null {
  let at = -1
  for (;;) {
    at = text.indexOf('materially affect', at + 1)
    if (at < 0) return null
    const from = Math.max(0, text.lastIndexOf('. ', at), text.lastIndexOf('\n', at), at - AROUND)
    const sentence = text.slice(from, at + 200)
    if (!/cyber|information security/i.test(sentence)) continue
    // In small letters: May is a month.
    if (/\b(?:may|could|might|would|whether|if)\b/.test(text.slice(from, at))) continue
    return !/\b(?:not|no|none|neither|nor)\b/i.test(sentence)
  }
}

/** `adopted` or `terminated`, where the text says one of the two alone. */
export function actionIn(text: string): 'adopted' | 'terminated' | null {
  const adopted = /\badopt(?:ed|s|ion)?\b|\bentered into\b/i.test(text)
  const terminated = /\bterminat(?:ed|es)\b|\bcancel(?:l?ed)\b/i.test(text)
  return adopted === terminated ? null : adopted ? 'adopted' : 'terminated'
}
