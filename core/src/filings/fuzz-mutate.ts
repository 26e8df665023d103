import { readSubmission } from './submission.ts'

/** What was done to a submission. */
export type Mutation = 'cut' | 'flip' | 'duplicate' | 'nest' | 're_encode' | 'splice' | 'insert'

const MUTATIONS: Mutation[] = ['cut', 'flip', 'duplicate', 'nest', 're_encode', 'splice', 'insert']
/** No mutant grows above this: a run of thousands has to end. */
const MAX_BYTES = 512 * 1024

/** What a hostile author would put into a document. */
const HOSTILE = [
  '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]><a>&c;&c;</a>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  '</TEXT>\n</DOCUMENT>\n',
  '\n<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n',
  '\n<SEC-HEADER>\nACCESSION NUMBER: 9999999999-99-999999\n</SEC-HEADER>\n',
  '</SEC-DOCUMENT>\n',
  '<![CDATA[',
  '<!--',
  '<script>',
  '<table><tr><td colspan="999999999" rowspan="999999999">',
  '<ix:continuation id="a" continuedAt="a">',
  '<ix:nonFraction contextRef="none" unitRef="none" scale="400" sign="-" format="ixt:unknown" name="us-gaap:Assets">1</ix:nonFraction>',
  '&#x110000;&#0;&#99999999999;&unknown;&amp',
  '\u0000\u0001\ufeff',
  'Item 1A. Risk Factors\nItem 1A. Risk Factors\nItem 9Z.\n',
  '<value>99999999999999999999999999999999999999.99</value>',
  '<transactionShares><value>NaN</value></transactionShares>',
  '<S><C><C>\n<PAGE>\n',
]

export interface Mutant {
  bytes: Buffer
  mutations: Mutation[]
}

/**
 * Changes a submission in one to three ways. Half of the changes keep to the content of one document, so that what reads
 * documents sees as much of them as what reads submissions.
 */
export function mutate(base: Buffer, other: Buffer, random: () => number): Mutant {
  const mutations: Mutation[] = []
  let bytes = Buffer.from(base)
  const times = 1 + Math.floor(random() * 3)
  for (let time = 0; time < times; time++) {
    const mutation = MUTATIONS[Math.floor(random() * MUTATIONS.length)] as Mutation
    const [from, to] = random() < 0.5 ? [0, bytes.length] : contentRange(bytes, random)
    const changed = change(mutation, bytes.subarray(from, to), other, random)
    bytes = Buffer.concat([bytes.subarray(0, from), changed, bytes.subarray(to)]).subarray(0, MAX_BYTES)
    mutations.push(mutation)
  }
  return { bytes, mutations }
}

/** The content of one of its documents, or everything when it can no longer be read. */
function contentRange(bytes: Buffer, random: () => number): [number, number] {
  try {
    const { documents } = readSubmission(bytes)
    const document = documents[Math.floor(random() * documents.length)]
    return document ? [document.byte_start, document.byte_end] : [0, bytes.length]
  } catch {
    return [0, bytes.length]
  }
}

function change(mutation: Mutation, part: Buffer, other: Buffer, random: () => number): Buffer {
  const at = () => Math.floor(random() * (part.length + 1))
  switch (mutation) {
    case 'cut': {
      const [from, to] = ordered(at(), at())
      return random() < 0.5 ? part.subarray(0, from) : without(part, from, Math.min(to, from + 5_000))
    }
    case 'flip': {
      const flipped = Buffer.from(part)
      for (let n = 1 + Math.floor(random() * 60); n > 0 && part.length > 0; n--) {
        flipped[Math.floor(random() * part.length)] = Math.floor(random() * 256)
      }
      return flipped
    }
    case 'duplicate': {
      const [from, to] = ordered(at(), at())
      const piece = part.subarray(from, Math.min(to, from + 20_000))
      return insert(part, at(), Buffer.concat(Array(1 + Math.floor(random() * 8)).fill(piece)))
    }
    case 'nest': {
      const tag = pick(
        ['div', 'table', 'td', 'xbrli:context', 'ix:nonNumeric', 'a', 'font', 'ul', 'DOCUMENT'],
        random,
      )
      const depth = 1 + Math.floor(random() * 3_000)
      const [from, to] = ordered(at(), at())
      return Buffer.concat([
        part.subarray(0, from),
        Buffer.from(`<${tag}>`.repeat(depth)),
        part.subarray(from, to),
        Buffer.from(random() < 0.5 ? `</${tag}>`.repeat(depth) : ''),
        part.subarray(to),
      ])
    }
    case 're_encode':
      return reEncoded(part, random)
    case 'splice': {
      const start = Math.floor(random() * other.length)
      return insert(part, at(), other.subarray(start, start + Math.floor(random() * 30_000)))
    }
    case 'insert': {
      const snippet = Buffer.from(pick(HOSTILE, random), random() < 0.8 ? 'utf8' : 'latin1')
      const times = random() < 0.7 ? 1 : Math.floor(random() * 500)
      return insert(part, at(), Buffer.concat(Array(times).fill(snippet)))
    }
  }
}

function reEncoded(part: Buffer, random: () => number): Buffer {
  const text = part.toString('latin1')
  switch (Math.floor(random() * 6)) {
    case 0:
      return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 1:
      return Buffer.from(text, 'utf8')
    case 2:
      return Buffer.from(text.replace(/\r?\n/g, '\r'), 'latin1')
    case 3:
      return Buffer.from(text.replaceAll('\n', ''), 'latin1')
    case 4:
      return Buffer.from(text.replace(/[aeiou]/g, '\u00e9'), 'latin1')
    default:
      return Buffer.from(text.replaceAll('<', '&lt;'), 'latin1')
  }
}

function insert(part: Buffer, at: number, piece: Buffer): Buffer {
  return Buffer.concat([part.subarray(0, at), piece, part.subarray(at)]).subarray(0, MAX_BYTES)
}

function without(part: Buffer, from: number, to: number): Buffer {
  return Buffer.concat([part.subarray(0, from), part.subarray(to)])
}

function ordered(one: number, other: number): [number, number] {
  return one < other ? [one, other] : [other, one]
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T
}
