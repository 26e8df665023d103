import { gzipSync } from 'node:zlib'
import type { MirroredHeader } from './submission-header.ts'

const BLOCK = 512

/** A tar of files as EDGAR's archives of a day are: plain headers, no folders. */
export function tarOf(files: readonly { name: string; bytes: Buffer }[]): Buffer {
  const pieces: Buffer[] = []
  for (const { name, bytes } of files) {
    pieces.push(headerOf(name, bytes.length), bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK))
  }
  return Buffer.concat([...pieces, Buffer.alloc(2 * BLOCK)])
}

function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK)
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`
  header.write(name, 0, 100, 'latin1')
  header.write(octal(0o644, 7), 100)
  header.write(octal(0, 7), 108)
  header.write(octal(0, 7), 116)
  header.write(octal(size, 11), 124)
  header.write(octal(0, 11), 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\0', 257)
  header.write('00', 263)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** The archive of a day, out of the submissions of that day. */
export function feedArchive(filings: readonly { header: MirroredHeader; bytes: Buffer }[]): Buffer {
  return gzipSync(
    tarOf(
      filings.map(({ header, bytes }) => ({
        name: `./${header.accession_number}.nc`,
        bytes: asFeedEntry(header, bytes),
      })),
    ),
  )
}

const ROLE_TAGS: Record<string, string> = {
  Filer: 'FILER',
  Issuer: 'ISSUER',
  Reporting: 'REPORTING-OWNER',
  Subject: 'SUBJECT-COMPANY',
  'Filed by': 'FILED-BY',
  Depositor: 'DEPOSITOR',
  Securitizer: 'SECURITIZER',
}

/** The same documents under the tagged header of the feed, which names no time of acceptance. */
function asFeedEntry(header: MirroredHeader, bytes: Buffer): Buffer {
  const text = bytes.toString('latin1')
  if (text.startsWith('<SUBMISSION>')) return bytes
  const first = text.indexOf('<DOCUMENT>')
  const end = text.lastIndexOf('</DOCUMENT>')
  const documents = first < 0 ? '' : `${text.slice(first, end)}</DOCUMENT>\n`
  const count = documents.split('\n</DOCUMENT>').length - 1
  const day = header.filing_date.replaceAll('-', '')
  const lines = [
    '<SUBMISSION>',
    `<ACCESSION-NUMBER>${header.accession_number}`,
    `<TYPE>${header.form_type}`,
    `<PUBLIC-DOCUMENT-COUNT>${count}`,
    ...header.items.map((item) => `<ITEMS>${item}`),
    `<FILING-DATE>${day}`,
    ...header.filers.flatMap(({ role, cik, name }) => {
      const tag = ROLE_TAGS[role] ?? 'FILER'
      const data = tag === 'REPORTING-OWNER' ? 'OWNER-DATA' : 'COMPANY-DATA'
      return [`<${tag}>`, `<${data}>`, `<CONFORMED-NAME>${name}`, `<CIK>${cik}`, `</${data}>`, `</${tag}>`]
    }),
    '',
  ].join('\n')
  return Buffer.from(`${lines}${documents}</SUBMISSION>\n`, 'latin1')
}
