import type { LabelledCase, SignalLabel } from '../../core/src/signals/accuracy/label.ts'
import { signalLabels } from '../../core/src/signals/accuracy/labels.ts'
import { type MeasuredCheck, type MeasuredSignal, measure } from '../../core/src/signals/accuracy/measure.ts'
import { signalTypes } from '../../core/src/signals/catalogue.ts'
import type { CorpusRun } from './read-corpus.ts'

export interface GradedLabel {
  label: SignalLabel
  check: MeasuredCheck
  /** Cases in which label and signal differ, for people to read. */
  disagreements: string[]
}

/** Grades every signal type that has labels in the corpus. */
export async function gradeSignals(corpus: CorpusRun): Promise<GradedLabel[]> {
  const graded: GradedLabel[] = []
  for (const label of signalLabels) {
    const cases = await label.cases(corpus)
    assertOnce(label.name, cases)
    const agrees = label.agrees ?? ((said, signal) => said === signal)
    graded.push({
      label,
      check: measure(label, cases),
      disagreements: cases
        .filter((one) => one.signal === null || !agrees(one.label, one.signal))
        .map(
          (one) =>
            `${one.accession_number}${one.subject === null ? '' : ` ${one.subject}`}: label ${one.label}, signal ${one.signal}`,
        ),
    })
  }
  return graded
}

/** A case counted twice would count for more than it is. */
function assertOnce(name: string, cases: readonly LabelledCase[]): void {
  const seen = new Set<string>()
  for (const { accession_number, subject } of cases) {
    const key = `${accession_number} ${subject ?? ''}`
    if (seen.has(key)) throw new Error(`${name} has ${key} twice`)
    seen.add(key)
  }
}

/** The figures by signal type, as the catalogue serves them: those with too few cases are not published at all. */
export function measuredSignals(graded: readonly GradedLabel[]): Record<string, MeasuredSignal> {
  const measured: Record<string, MeasuredSignal> = {}
  for (const { label, check } of graded) {
    if (check.agreement === null) continue
    const version = signalTypes.find((one) => one.signal_type === label.signal_type)?.extractor_version ?? ''
    measured[label.signal_type] ??= { extractor_version: version, checks: [] }
    measured[label.signal_type]?.checks.push(check)
  }
  return Object.fromEntries(Object.entries(measured).sort(([a], [b]) => (a < b ? -1 : 1)))
}
