import { type PeerItem, peerItems } from './peers.ts'
import type { RealFiling } from './real-filings.ts'
import { readRealFiling, realFilings } from './real-filings.ts'
import type { Section } from './section.ts'
import { sectionsOf } from './tile.ts'
import { squeeze } from './title-match.ts'

/** One disagreement with a peer, for people to judge. */
export interface Disagreement {
  peer: string
  path: string
  section_key: string
  kind: 'not_found' | 'found_but_peer_says_not' | 'start' | 'length'
  ours: string
  theirs: string
}

export interface Agreement {
  filings: number
  /** Items a peer found, and how many of them we found. */
  peerFound: Map<string, { of: number; agreed: number }>
  /** Items both found with text: how many begin alike, and how many have a length within a tenth. */
  starts: Map<string, { of: number; agreed: number }>
  lengths: Map<string, { of: number; agreed: number }>
  /** Items we found that a peer says are not there. */
  extra: Map<string, { of: number; agreed: number }>
  disagreements: Disagreement[]
  untiled: string[]
  unread: { path: string; error: string }[]
  sections: Map<string, number>
  characters: number
  milliseconds: number
}

const HEAD = 40

/** Runs the sections over the whole corpus and compares them with what other parsers said. */
export function measureAgreement(): Agreement {
  const peers = new Map<string, PeerItem[]>()
  for (const item of peerItems()) {
    const key = item.path ?? item.accession
    peers.set(key, [...(peers.get(key) ?? []), item])
  }
  const result: Agreement = {
    filings: 0,
    peerFound: new Map(),
    starts: new Map(),
    lengths: new Map(),
    extra: new Map(),
    disagreements: [],
    untiled: [],
    unread: [],
    sections: new Map(),
    characters: 0,
    milliseconds: 0,
  }
  for (const filing of realFilings()) measureFiling(filing, peers, result)
  return result
}

function measureFiling(filing: RealFiling, peers: Map<string, PeerItem[]>, result: Agreement): void {
  let read: ReturnType<typeof readRealFiling>
  try {
    read = readRealFiling(filing)
  } catch (error) {
    result.unread.push({ path: filing.path, error: (error as Error).message })
    return
  }
  const started = performance.now()
  const sections = sectionsOf(read.formType, read.text, read.filedOn)
  result.milliseconds += performance.now() - started
  result.filings += 1
  result.characters += read.text.text.length
  if (!tiles(sections, read.text.text.length)) result.untiled.push(filing.path)
  for (const section of sections) {
    if (!/\.(?:part\d_)?item_/.test(section.section_key)) continue
    const key = `${section.section_key.split('.')[0]} ${section.status}`
    result.sections.set(key, (result.sections.get(key) ?? 0) + 1)
  }
  if (/^8-?K/.test(read.formType)) compareHeader(read.headerItems, sections, filing, result)
  const byKey = new Map(sections.map((section) => [section.section_key, section]))
  const said = [...(peers.get(filing.path) ?? []), ...(peers.get(filing.accession) ?? [])]
  for (const item of said) {
    if (item.section_key.split('.')[0] !== sections[0]?.section_key.split('.')[0]) continue
    compare(item, byKey.get(item.section_key), filing, read.text.text, result)
  }
}

/** The submission header of an 8-K lists its items too; filers choose them by hand, apart from the text. */
function compareHeader(items: string[], sections: Section[], filing: RealFiling, result: Agreement): void {
  const keys = new Set(sections.map((section) => section.section_key))
  for (const item of items) {
    const key = `8k.item_${item.replace('.', '_')}`
    count(result.peerFound, 'the header', keys.has(key))
    if (!keys.has(key))
      result.disagreements.push({
        peer: 'the header',
        path: filing.path,
        section_key: key,
        kind: 'not_found',
        ours: [...keys].join(' '),
        theirs: items.join(' '),
      })
  }
}

function compare(
  item: PeerItem,
  section: Section | undefined,
  filing: RealFiling,
  text: string,
  result: Agreement,
): void {
  const found = section !== undefined && section.boundary_method !== 'none'
  const note = (kind: Disagreement['kind'], ours: string, theirs: string) =>
    result.disagreements.push({
      peer: item.peer,
      path: filing.path,
      section_key: item.section_key,
      kind,
      ours,
      theirs,
    })
  if (!item.found) {
    count(result.extra, item.peer, !found)
    if (found) note('found_but_peer_says_not', oneLine(text.slice(section.start, section.start + 90)), '')
    return
  }
  count(result.peerFound, item.peer, found)
  if (!found) {
    note(
      'not_found',
      `${section?.status ?? 'not listed'} ${section?.note ?? ''}`,
      oneLine((item.text ?? '').slice(0, 90)),
    )
    return
  }
  if (item.text === null || section.start === section.end) return
  const ours = squeeze(text.slice(section.start, section.end))
  const theirs = squeeze(item.text)
  const alike =
    ours.slice(0, HEAD) === theirs.slice(0, HEAD) || (theirs.length < HEAD && ours.startsWith(theirs))
  count(result.starts, item.peer, alike)
  if (!alike)
    note('start', oneLine(text.slice(section.start, section.start + 90)), oneLine(item.text.slice(0, 90)))
  const ratio = Math.min(ours.length, theirs.length) / Math.max(ours.length, theirs.length, 1)
  const close = ratio >= 0.9 || Math.abs(ours.length - theirs.length) <= 60
  count(result.lengths, item.peer, close)
  if (alike && !close)
    note('length', `${ours.length} …${ours.slice(-50)}`, `${theirs.length} …${theirs.slice(-50)}`)
}

/** The sections with a span are in order, without overlap, and cover the text. */
export function tiles(sections: Section[], length: number): boolean {
  let at = 0
  for (const section of sections) {
    if (section.boundary_method === 'none') {
      if (section.start !== 0 || section.end !== 0) return false
      continue
    }
    if (section.start !== at || section.end < section.start) return false
    at = section.end
  }
  return at === length
}

function count(map: Map<string, { of: number; agreed: number }>, key: string, agreed: boolean): void {
  const held = map.get(key) ?? { of: 0, agreed: 0 }
  held.of += 1
  if (agreed) held.agreed += 1
  map.set(key, held)
}

function oneLine(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ')
}
