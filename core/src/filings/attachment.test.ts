import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { uuencode } from '../sample-corpus/graphic.ts'
import { sha256 } from '../sha256.ts'
import { AttachmentError, attachmentOf } from './attachment.ts'
import { extractFromZip, listZip, ZipError } from './zip-archive.ts'

const reasonOf = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    if (error instanceof AttachmentError || error instanceof ZipError) return error.reason
    throw error
  }
  return undefined
}

describe('a uuencoded document', () => {
  test('gives back the bytes that were encoded, also where EDGAR cut trailing blanks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, cut) => {
        let text = uuencode('report.pdf', bytes)
        if (cut) text = text.replaceAll('`', ' ').replace(/ +$/gm, '')
        const attachment = attachmentOf(Buffer.from(text))
        expect(attachment.sha256).toBe(sha256(bytes))
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['%PDF-1.4', 'pdf'],
    ['GIF89a', 'gif'],
    ['nothing known', 'unknown'],
  ])('is told by its first bytes: %s', (text, kind) => {
    expect(attachmentOf(Buffer.from(uuencode('../../etc/passwd', Buffer.from(text)))).kind).toBe(kind)
  })

  test.each([
    ['no text of the code', 'Hello.\n', 'not_uuencoded'],
    ['a wrong length', 'begin 644 a.pdf\n#aaaaaaaaaaaaaa\n`\nend\n', 'bad_uuencoding'],
    ['a wrong character', 'begin 644 a.pdf\n#aé~}\n`\nend\n', 'bad_uuencoding'],
    ['no end', 'begin 644 a.pdf\n#9FEL\n', 'bad_uuencoding'],
    ['lost line breaks', `begin 644 a.jpg${'M_]C_X'.repeat(40)}end`, 'bad_uuencoding'],
  ])('with %s is refused', (_, text, reason) => {
    expect(reasonOf(() => attachmentOf(Buffer.from(text)))).toBe(reason)
  })

  test('any bytes at all are decoded or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        reasonOf(() => attachmentOf(Buffer.concat([Buffer.from('begin 644 x\n'), noise])))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a zip archive', () => {
  const files = { 'instance.xml': Buffer.from('<xbrl/>'), 'labels/en.xml': Buffer.from('x'.repeat(5_000)) }
  const archive = zipSync(files)

  test('lists its files and gives their bytes', () => {
    expect(listZip(archive).map(({ name, bytes }) => [name, bytes])).toEqual([
      ['instance.xml', 7],
      ['labels/en.xml', 5_000],
    ])
    expect(Buffer.from(extractFromZip(archive, 'labels/en.xml')).equals(files['labels/en.xml'])).toBe(true)
  })

  test('that unpacks to far more than it is, or to more than anybody needs, is refused unopened', () => {
    const bomb = zipSync({ 'zeros.bin': Buffer.alloc(32 * 1024 ** 2) })
    expect(reasonOf(() => listZip(bomb))).toBe('bomb')
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`f${n}`, new Uint8Array(0)])),
    )
    expect(reasonOf(() => listZip(many))).toBe('too_many_entries')
  })

  test('whose sizes or checksums lie is refused', () => {
    const lying = Buffer.from(archive)
    lying.writeUInt32LE(4_000, lying.lastIndexOf('PK\u0001\u0002') + 24)
    expect(reasonOf(() => extractFromZip(lying, 'labels/en.xml'))).toBe('bad_entry')
    const wrong = Buffer.from(archive)
    wrong.writeUInt32LE(1, wrong.indexOf('PK\u0001\u0002') + 16)
    expect(reasonOf(() => extractFromZip(wrong, 'instance.xml'))).toBe('bad_entry')
  })

  test('cut or flipped anywhere is listed or refused', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: archive.length - 1 }),
        fc.nat({ max: 255 }),
        fc.boolean(),
        (at, byte, cut) => {
          const bytes = Buffer.from(archive)
          bytes[at] = byte
          reasonOf(() => {
            for (const { name } of listZip(cut ? bytes.subarray(0, at) : bytes)) extractFromZip(bytes, name)
          })
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('of something else is refused', () => {
    expect(reasonOf(() => listZip(Buffer.from('not a zip')))).toBe('not_a_zip')
    expect(reasonOf(() => listZip(Buffer.alloc(0)))).toBe('not_a_zip')
  })
})
