import type { Fact } from '../../facts/fact.ts'
import { plainMarkup } from '../../xbrl/plain-markup.ts'
import type { Check, Comparison } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { factsOfPaths, pathsByAccession } from '../corpus-facts.ts'

/** A value as that API writes it: with its period and its members, and a number or a text. */
interface TheirFact {
  value: string
  decimals?: string
  period: { instant?: string; startDate?: string; endDate?: string }
  segment?: { explicitMember?: Member | Member[]; typedMember?: unknown }
}

interface Member {
  dimension: string
  $t: string
}

/** Longer texts are cut in their recording, and markup in ours. */
const MAX_TEXT = 200

/** Values with their periods and dimensions as a commercial API gives them, for filings the corpus holds. */
export const xbrlSecApiCheck: Check = {
  name: 'XBRL facts vs sec-api',
  source: 'recorded answers of sec-api.io, xbrl-to-json',
  at_least: 0.995,

  *compare(corpus): Iterable<Comparison> {
    const paths = pathsByAccession(corpus)
    for (const [accession, answer] of answers(corpus)) {
      const held = paths.get(accession)
      const facts = held === undefined ? [] : factsOfPaths(corpus, held)
      if (facts.length === 0) continue
      const byTag = groupByTag(facts)
      const seen = new Set<string>()
      for (const { tag, fact } of theirFacts(answer)) {
        const name = `${accession} ${tag} ${describe(fact)}`
        if (seen.has(name)) continue
        seen.add(name)
        const candidates = (byTag.get(tag) ?? []).filter((ours) => samePlace(ours, fact))
        const theirs = plainMarkup(fact.value)
        const equal = candidates.find((ours) => sameValue(ours, theirs))
        const ours = equal ?? candidates[0]
        yield { case: name, ours: ours?.value_text ?? 'nothing', theirs, agreed: equal !== undefined }
      }
    }
  },
}

function* answers(corpus: Corpus): Iterable<[accession: string, answer: unknown]> {
  for (const path of corpus.expected('sec-api')) {
    const { request, data } = JSON.parse(corpus.bytes(path).toString('utf8')) as {
      request?: Record<string, unknown>
      data?: { CoverPage?: unknown }
    }
    const accession = request?.['accession-no']
    if (typeof accession === 'string' && data?.CoverPage !== undefined) yield [accession, data]
  }
}

/** Every fact below a statement, by the name under which it stands. */
function* theirFacts(answer: unknown): Iterable<{ tag: string; fact: TheirFact }> {
  const pending: [tag: string, value: unknown][] = [['', answer]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [tag, value] = next
    if (Array.isArray(value)) for (const one of value) pending.push([tag, one])
    else if (isFact(value)) yield { tag, fact: value }
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) pending.push([name, inner])
    }
  }
}

/** A whole one: the recording leaves out members of long lists. */
function isFact(value: unknown): value is TheirFact {
  const fact = value as TheirFact | null
  if (typeof fact !== 'object' || fact === null || typeof fact.value !== 'string') return false
  return (
    fact.value.length <= MAX_TEXT &&
    fact.period !== undefined &&
    explicitMembers(fact).every((one) => one.dimension)
  )
}

function explicitMembers({ segment }: TheirFact): Member[] {
  const explicit = segment?.explicitMember
  return explicit === undefined ? [] : Array.isArray(explicit) ? explicit : [explicit]
}

function members(fact: TheirFact): string[] {
  return explicitMembers(fact)
    .map(({ dimension, $t }) => `${dimension}=${$t}`)
    .sort()
}

function describe(fact: TheirFact): string {
  const { instant, startDate, endDate } = fact.period
  return [instant ?? `${startDate}/${endDate}`, ...members(fact), fact.decimals ?? ''].join(' ')
}

function samePlace(ours: Fact, theirs: TheirFact): boolean {
  const { instant = null, startDate = null, endDate = null } = theirs.period
  if (ours.instant !== instant || ours.period_start !== startDate || ours.period_end !== endDate) return false
  if (theirs.segment?.typedMember !== undefined)
    return ours.dimensions.some(({ typed_value }) => typed_value !== null)
  const explicit = ours.dimensions.map(({ axis, member }) => `${axis}=${member}`).sort()
  return explicit.join() === members(theirs).join()
}

function sameValue(ours: Fact, theirs: string): boolean {
  if (ours.value_text === theirs) return true
  return ours.value !== null && theirs !== '' && ours.value === Number(theirs)
}

function groupByTag(facts: Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) groups.set(fact.tag, [...(groups.get(fact.tag) ?? []), fact])
  return groups
}
