import { SaxesParser } from 'saxes'
import { decodeBytes } from '../documents/decode.ts'
import type { EvidenceFault } from './errors.ts'

const MAX_XML_BYTES = 64 * 1024 * 1024
const MAX_DEPTH = 256
const CHUNK = 64 * 1024

/**
 * The text that elements at these paths have, white space collapsed, in one pass over the document; a path that leads nowhere
 * has none. A path is local names from the root, each with its 1-based place among siblings of that name (`/a/b[2]/c`);
 * without one the first is meant. Null for the whole when the document cannot be read: what cannot be verified cannot be quoted.
 */
export function xmlPathTexts(bytes: Uint8Array, paths: readonly string[]): Map<string, string> | null {
  if (bytes.length > MAX_XML_BYTES) return null
  const wanted = paths.flatMap((path) => {
    const steps = parsePath(path)
    return steps ? [{ path, steps }] : []
  })
  try {
    const texts = textsAt(
      unwrapped(decodeBytes(bytes).text),
      wanted.map(({ steps }) => steps),
    )
    return new Map(
      wanted.flatMap(({ path }, index) => {
        const text = texts[index]
        return text === null || text === undefined ? [] : [[path, collapse(text)] as const]
      }),
    )
  } catch {
    return null
  }
}

/** Compares the text at a path, out of `xmlPathTexts`, with a value, white space collapsed on both sides. */
export function xmlTextVerdict(
  texts: ReadonlyMap<string, string> | null,
  path: string,
  value: string,
): 'verified' | EvidenceFault {
  if (texts === null) return 'source_unreadable'
  const text = texts.get(path)
  if (text === undefined) return 'path_not_found'
  return text === collapse(value) ? 'verified' : 'value_mismatch'
}

interface Step {
  name: string
  place: number
}

function parsePath(path: string): Step[] | null {
  if (!path.startsWith('/') || path.length > 2000) return null
  const steps: Step[] = []
  for (const part of path.slice(1).split('/')) {
    const match = /^([\p{L}_][\p{L}\p{N}_.-]*)(?:\[([1-9]\d{0,6})\])?$/u.exec(part)
    if (!match?.[1]) return null
    steps.push({ name: match[1], place: Number(match[2] ?? 1) })
  }
  return steps.length > MAX_DEPTH ? null : steps
}

/** A document inside a submission keeps the <XML> lines EDGAR puts around it. */
function unwrapped(text: string): string {
  const start = /^\s*<XML>\s*/.exec(text)
  if (!start) return text.trimStart()
  const end = text.lastIndexOf('</XML>')
  return text.slice(start[0].length, end === -1 ? text.length : end)
}

/** The character data of the element at each path; null where there is none. */
function textsAt(xml: string, paths: Step[][]): (string | null)[] {
  const parser = new SaxesParser({ xmlns: false })
  // For each open element: how many children of each name it has had, and which paths lead through it so far.
  const open: { onPath: number[]; seen: Map<string, number> }[] = [
    { onPath: paths.map((_, index) => index), seen: new Map() },
  ]
  const found: (string[] | null)[] = paths.map(() => null)
  /** Paths whose element is open. */
  let inside: { path: number; depth: number }[] = []

  parser.on('doctype', () => {
    throw new Error('a document type declaration is not accepted')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    const parent = open.at(-1)
    if (!parent || open.length > MAX_DEPTH) throw new Error('too deep')
    const name = tag.name.slice(tag.name.indexOf(':') + 1)
    const place = (parent.seen.get(name) ?? 0) + 1
    parent.seen.set(name, place)
    const onPath = parent.onPath.filter((path) => {
      const step = paths[path]?.[open.length - 1]
      return step?.name === name && step.place === place
    })
    for (const path of onPath) {
      if (open.length !== paths[path]?.length) continue
      found[path] = []
      inside.push({ path, depth: open.length })
    }
    open.push({ onPath, seen: new Map() })
  })
  const collect = (text: string) => {
    for (const { path } of inside) found[path]?.push(text)
  }
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('closetag', () => {
    open.pop()
    if (inside.length > 0) inside = inside.filter(({ depth }) => depth !== open.length)
  })
  for (let at = 0; at < xml.length; at += CHUNK) parser.write(xml.slice(at, at + CHUNK))
  parser.close()
  return found.map((parts) => parts?.join('') ?? null)
}

function collapse(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ')
}
