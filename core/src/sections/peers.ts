import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { corpusFolder } from './real-filings.ts'

/** What another parser says about one item of one filing. Not the truth: something to agree or disagree with. */
export interface PeerItem {
  peer: string
  accession: string
  /** Path in the corpus, where the peer names it. */
  path: string | null
  section_key: string
  found: boolean
  /** The item's text, where the peer gives it. */
  text: string | null
}

const SPLIT_8K_OLD = /^item_(\d{1,2})$/

/** Every item the stored outputs of other parsers speak of. */
export function peerItems(): PeerItem[] {
  return [...edgarCrawler('10-K', '10k'), ...edgarCrawler('8-K', '8k'), ...secParser(), ...secTenKExtract()]
}

function edgarCrawler(folder: string, prefix: string): PeerItem[] {
  return jsonFiles(join(corpusFolder, 'expected/edgar-crawler', folder)).flatMap((file) => {
    const accession = /\d{10}-\d{2}-\d{6}/.exec(file)?.[0]
    if (!accession) return []
    const content = readJson(file) as Record<string, unknown>
    return Object.entries(content).flatMap(([name, value]) => {
      if (!name.startsWith('item_') || typeof value !== 'string') return []
      const number = name.slice('item_'.length).toLowerCase().replace('.', '_')
      if (prefix === '8k' && SPLIT_8K_OLD.test(name) && value === '') return []
      const text = value.trim()
      return [
        {
          peer: 'edgar-crawler',
          accession,
          path: null,
          section_key: `${prefix}.item_${number}`,
          found: text !== '',
          text: text || null,
        },
      ]
    })
  })
}

function secParser(): PeerItem[] {
  const root = join(corpusFolder, 'expected/sec-parser')
  return ['10-K', '10-Q'].flatMap((form) =>
    folders(join(root, form)).flatMap((company) =>
      folders(join(root, form, company)).flatMap((accession) => {
        const file = join(root, form, company, accession, 'expected-top-level-sections.json')
        if (!existsSync(file)) return []
        const sections = readJson(file) as { identifier: string; character_count: number }[]
        return sections.flatMap(({ identifier, character_count }) => {
          // The peer lists every item of the form and gives those it did not find no characters.
          const named = /^part(\d)item(\d{1,2}[a-z]?)$/.exec(identifier)
          if (!named) return []
          const key = form === '10-K' ? `10k.item_${named[2]}` : `10q.part${named[1]}_item_${named[2]}`
          return [
            {
              peer: 'sec-parser',
              accession,
              path: null,
              section_key: key,
              found: character_count > 0,
              text: null,
            },
          ]
        })
      }),
    ),
  )
}

/** Assertions of a test suite, each about one item: extracted, present, incorporated by reference, or absent. */
function secTenKExtract(): PeerItem[] {
  const rows = readFileSync(join(corpusFolder, 'expected/assertions.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((row) => row[0] === 'sec-10k-extract' && row[3])
  const items = new Map<string, PeerItem>()
  const add = (path: string, number: string, found: boolean) => {
    const section_key = `10k.item_${number.toLowerCase()}`
    const accession = /\/(\d{10})(\d{2})(\d{6})\//.exec(path)
    items.set(`${path} ${section_key}`, {
      peer: 'sec-10k-extract',
      accession: accession ? `${accession[1]}-${accession[2]}-${accession[3]}` : '',
      path,
      section_key,
      found,
      text: null,
    })
  }
  for (const [, , , path = '', what = '', expected = ''] of rows) {
    if (what === 'expected item set')
      for (const number of expected.trim().split(/\s+/)) add(path, number, true)
    const named = /^item (\d{1,2}[A-C]?)(?: status)?$/.exec(what)
    if (!named) continue
    if (expected.trim() === 'absent') add(path, named[1] ?? '', false)
    else if (/^(?:extracted|present|incorporated_by_reference|reserved)/.test(expected.trim()))
      add(path, named[1] ?? '', true)
  }
  return [...items.values()]
}

function folders(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

function jsonFiles(folder: string): string[] {
  return folders(folder)
    .filter((name) => /\.json(?:\.gz)?$/.test(name))
    .map((name) => join(folder, name))
}

function readJson(file: string): unknown {
  const bytes = readFileSync(file)
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
}
