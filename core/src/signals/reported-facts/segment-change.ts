import { Type } from 'typebox'
import { xbrlFactReader } from '../../facts/reader.ts'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { statedFactStore } from '../../facts/stated-facts-store.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { Need } from '../need.ts'
import { filingFacts } from '../needs/facts.ts'
import { windowBefore } from '../needs/window.ts'
import type { SignalType } from '../signal.ts'
import { coverPeriod, daysBetween, evidenceOf, halfStep, inputOf, REVENUE } from './stated.ts'

const FORMS = ['10-K', '10-K/A', '20-F', '20-F/A'] as const
const DAYS = 800

const config = {
  /** Days of a year, and between the ends of two. */
  year: [350, 380],
  most_listed: 50,
  most_quoted: 16,
} as const

const SEGMENT_AXIS = 'us-gaap:StatementBusinessSegmentsAxis'
const CONSOLIDATION_AXES = new Set(['srt:ConsolidationItemsAxis', 'us-gaap:ConsolidationItemsAxis'])
const OPERATING = /:OperatingSegmentsMember$/
/** What is no segment: the rest, corporate, and sums. */
const NO_SEGMENT =
  /Corporate|AllOther|Eliminat|Reconcil|Unallocated|TotalSegment|ReportableSegmentAggregation|Intersegment/

/** Revenue by segment in earlier annual reports. */
export const earlierSegments: Need<StatedFact[]> = {
  name: 'earlier_segment_revenue',
  earlier: { form_types: FORMS, days: DAYS },
  load: async (filing, { sql }) =>
    (await statedFactStore(sql).earlier(filing, windowBefore(filing, DAYS), REVENUE, FORMS, true)).filter(
      ({ dimensions }) => dimensions.some(({ axis }) => axis === SEGMENT_AXIS),
    ),
  identity: (facts) => [xbrlFactReader.version, [...new Set(facts.map(({ document_id }) => document_id))]],
}

/** The segments whose revenue is stated for a year that ends on a day, each with a fact that says so. */
export function segmentsOf(facts: readonly StatedFact[], end: string): Map<string, StatedFact> {
  const segments = new Map<string, StatedFact>()
  for (const fact of facts) {
    if (!(REVENUE as readonly string[]).includes(fact.concept) || fact.value === null) continue
    if (fact.period_end !== end || fact.period_start === null) continue
    const days = daysBetween(fact.period_start, end) + 1
    if (days < config.year[0] || days > config.year[1]) continue
    let segment: string | null = null
    let other = false
    for (const { axis, member } of fact.dimensions) {
      if (axis === SEGMENT_AXIS) segment = member
      else if (!CONSOLIDATION_AXES.has(axis) || !OPERATING.test(member ?? '')) other = true
    }
    if (segment === null || other || NO_SEGMENT.test(segment) || segments.has(segment)) continue
    segments.set(segment, fact)
  }
  return segments
}

const names = (description: string) => Type.Array(Type.String(), { description })
const segmentType: SignalType = {
  signal_type: 'segment_change',
  family: 'accounting',
  title: 'Segments added and removed',
  description:
    'Compares the segments for which an annual report states revenue of its year with those of the annual report on the year before. A segment is known by the element it is tagged with, and where that changed by its name but for words such as "segment", or by its revenue of the year before, which both reports state. One that is renamed and recast at once counts as removed and added. Corporate items, eliminations and sums are no segments.',
  unit: 'count',
  range: { minimum: 1, maximum: null },
  labels: null,
  form_types: FORMS,
  evidence_kinds: ['xbrl_fact'],
  source: 'ASC 280-10-50; `us-gaap:StatementBusinessSegmentsAxis`',
  formula:
    'Number of members with revenue in one of the two years only, each year as its own report states it.',
  history: null,
  covers_from: '2010-06-15',
  payload_schema: Type.Object(
    {
      added: names('Members new in this report, as tagged.'),
      removed: names('Members of the report on the year before that are gone.'),
      kept: names('Members of both.'),
      renamed: Type.Array(
        Type.Object(
          {
            before: Type.String({ description: 'Member in the report on the year before.' }),
            now: Type.String({ description: 'Member in this report.' }),
          },
          { additionalProperties: false },
        ),
        { description: 'The same segment under another element; counted neither as added nor as removed.' },
      ),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...FACT_CASES,
    first_filings: '`not_applicable`: no report on the year before is held.',
    missing_years: '`not_applicable`: an older report is never taken in place of that on the year before.',
    fiscal_year_changes: '`not_applicable` unless both years have 350 to 380 days and end as far apart.',
    amendments: 'Compared like any other where they state segments.',
  },
}

export const segmentChange = defineExtractor({
  name: 'segment_change',
  version: '1.0.0',
  signal_types: [segmentType],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts, segments: earlierSegments },
  config,
  reads: 'submission',

  extract({ filing, facts, segments }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const end = coverPeriod(facts)?.end
    if (!end)
      return { status: 'insufficient_data', missing: ['dei:DocumentType'], reason: 'cover_not_tagged' }
    const now = segmentsOf(facts, end)
    if (now.size < 2) return { status: 'not_applicable', reason: 'no_segments_tagged' }
    const report = reportBefore(segments, end)
    if (!report) return { status: 'not_applicable', reason: 'no_report_on_year_before' }
    const before = segmentsOf(report.facts, report.end)
    if (before.size < 2) return { status: 'not_applicable', reason: 'no_segments_tagged' }
    const renamed = renamedSegments(now, before, segmentsOf(facts, report.end))
    const added = [...now].filter(
      ([member]) => !before.has(member) && !renamed.some((one) => one.now === member),
    )
    const removed = [...before].filter(
      ([member]) => !now.has(member) && !renamed.some((one) => one.before === member),
    )
    if (added.length + removed.length === 0) return { status: 'ok_none', reason: 'segments_unchanged' }
    const kept = [...now.keys()].filter((member) => before.has(member))
    const quoted = [...added, ...removed].slice(0, config.most_quoted).map(([, fact]) => fact)
    const listed = (members: [string, StatedFact][]) =>
      members.slice(0, config.most_listed).map(([member]) => member)
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'segment_change',
          subject: null,
          value: added.length + removed.length,
          unit: 'count',
          direction: 0,
          payload: {
            added: listed(added),
            removed: listed(removed),
            kept: kept.slice(0, config.most_listed),
            renamed: renamed.slice(0, config.most_listed),
          },
          evidence: quoted.map((fact) => evidenceOf(fact, filing)),
          inputs: quoted.map((fact) =>
            inputOf(fact.accession_number === filing.accession_number ? 'added' : 'removed', fact),
          ),
        },
      ],
    }
  },
})

/** Segments that go by another element since: by their names, or by the revenue of the year before that both reports state. */
function renamedSegments(
  now: ReadonlyMap<string, StatedFact>,
  before: ReadonlyMap<string, StatedFact>,
  comparatives: ReadonlyMap<string, StatedFact>,
): { before: string; now: string }[] {
  const gone = [...before].filter(([member]) => !now.has(member))
  const taken = new Set<string>()
  return [...now.keys()].flatMap((member) => {
    if (before.has(member)) return []
    const comparative = comparatives.get(member)
    const match =
      gone.find(([old]) => !taken.has(old) && plainName(old) === plainName(member)) ??
      gone.find(
        ([old, fact]) => !taken.has(old) && comparative !== undefined && sameRevenue(comparative, fact),
      )
    if (!match) return []
    taken.add(match[0])
    return [{ before: match[0], now: member }]
  })
}

/** `pg:HealthCareSegmentMember` and `pg:HealthCareSegMember` are one name. */
function plainName(member: string): string {
  return member
    .slice(member.indexOf(':') + 1)
    .replace(/Member$/, '')
    .replace(/Seg(?:ments?)?$/, '')
    .toLowerCase()
}

function sameRevenue(one: StatedFact, other: StatedFact): boolean {
  const [a, b] = [one.value as number, other.value as number]
  return a !== 0 && Math.abs(a - b) <= halfStep(one) + halfStep(other)
}

/** The last report whose own year, the latest it states, ends a year before. */
function reportBefore(
  facts: readonly StatedFact[],
  end: string,
): { facts: StatedFact[]; end: string } | null {
  const groups = new Map<string, StatedFact[]>()
  for (const fact of facts) {
    const group = groups.get(fact.accession_number)
    if (group) group.push(fact)
    else groups.set(fact.accession_number, [fact])
  }
  for (const group of [...groups.values()].reverse()) {
    const latest =
      group
        .map(({ period_end }) => period_end ?? '')
        .toSorted()
        .at(-1) ?? ''
    const days = daysBetween(latest, end)
    if (days >= config.year[0] && days <= config.year[1]) return { facts: group, end: latest }
  }
  return null
}
