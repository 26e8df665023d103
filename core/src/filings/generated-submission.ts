const MEGABYTE = 1024 ** 2

export interface GeneratedSubmission {
  megabytes: number
  /** Size of the first document, in megabytes. */
  largest: number
  /** How many documents follow it. */
  others: number
  /** The first document begins with a line this long, in megabytes. */
  longLine: number
}

const PROSE = Buffer.from(
  '<p>Our vessels may be late, and </DOCUMENT> is no end when it stands in a text.</p>\n<td>1,234</td>\n',
)

/** An invented submission of any size, piece by piece: it is never in memory as a whole. */
export function* generatedSubmission(wish: GeneratedSubmission): Generator<Buffer> {
  const { megabytes, largest, others, longLine } = wish
  yield Buffer.from(`<SEC-DOCUMENT>0001999001-25-000007.txt : 20250306
<SEC-HEADER>0001999001-25-000007.hdr.sgml : 20250306
<ACCEPTANCE-DATETIME>20250306170102
ACCESSION NUMBER:\t\t0001999001-25-000007
CONFORMED SUBMISSION TYPE:\t10-K
PUBLIC DOCUMENT COUNT:\t\t${others + 1}
FILED AS OF DATE:\t\t20250306

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tMERIDIAN TIDEWORKS INC
\t\tCENTRAL INDEX KEY:\t\t\t0001999001
</SEC-HEADER>
`)
  yield* documentOf(1, '10-K', largest * MEGABYTE, longLine * MEGABYTE)
  const rest = Math.max(0, megabytes - largest) * MEGABYTE
  for (let sequence = 2; sequence <= others + 1; sequence++) {
    yield* documentOf(sequence, 'EX-99', Math.floor(rest / Math.max(1, others)), 0)
  }
  yield Buffer.from('</SEC-DOCUMENT>\n')
}

function* documentOf(sequence: number, type: string, bytes: number, longLine: number): Generator<Buffer> {
  yield Buffer.from(
    `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>${sequence}\n<FILENAME>part${sequence}.htm\n<TEXT>\n`,
  )
  yield* repeated(Buffer.from('no line break here '), longLine)
  yield* repeated(PROSE, bytes - longLine)
  yield Buffer.from('</TEXT>\n</DOCUMENT>\n')
}

function* repeated(pattern: Buffer, bytes: number): Generator<Buffer> {
  const block = Buffer.alloc(Math.min(Math.max(bytes, 0), 64 * 1024), pattern)
  for (let left = bytes; left > 0; left -= block.length) yield block.subarray(0, left)
}
