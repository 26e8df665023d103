import type { Company } from './company.ts'
import { createRandom } from './random.ts'

const WIDTH = 96
const HEIGHT = 24
/** With 7-bit pixels every code is 8 bits wide until the table has 128 entries; a clear code before that keeps it so. */
const CLEAR = 128
const END = 129
const RUN = 120

/** A small picture, as a GIF89a without compression: the bytes depend on no library. */
export function logo(company: Company): Buffer {
  const random = createRandom(`logo ${company.cik}`)
  const palette = Buffer.alloc(128 * 3)
  const [red, green, blue] = [random.between(0, 120), random.between(0, 120), random.between(60, 200)]
  for (let index = 0; index < 128; index++) {
    palette[index * 3] = Math.min(255, red + index)
    palette[index * 3 + 1] = Math.min(255, green + index)
    palette[index * 3 + 2] = Math.min(255, blue + (index >> 1))
  }
  const period = random.between(9, 17)
  const pixels = Array.from({ length: WIDTH * HEIGHT }, (_, index) => {
    const x = index % WIDTH
    const y = Math.floor(index / WIDTH)
    return ((x * 3 + y * 5) % period) * 7
  })
  const codes: number[] = []
  for (const [index, pixel] of pixels.entries()) {
    if (index % RUN === 0) codes.push(CLEAR)
    codes.push(pixel)
  }
  codes.push(END)
  const screen = Buffer.from([WIDTH, 0, HEIGHT, 0, 0xf6, 0, 0])
  const image = Buffer.from([0x2c, 0, 0, 0, 0, WIDTH, 0, HEIGHT, 0, 0, 7])
  const data: Buffer[] = []
  for (let from = 0; from < codes.length; from += 255) {
    const block = codes.slice(from, from + 255)
    data.push(Buffer.from([block.length, ...block]))
  }
  return Buffer.concat([Buffer.from('GIF89a'), screen, palette, image, ...data, Buffer.from([0, 0x3b])])
}

/** The encoding EDGAR keeps binary documents in: 45 bytes a line, a space for zero. */
export function uuencode(fileName: string, bytes: Uint8Array): string {
  const lines = [`begin 644 ${fileName}`]
  for (let from = 0; from < bytes.length; from += 45) {
    const part = bytes.subarray(from, from + 45)
    let line = String.fromCharCode(32 + part.length)
    for (let at = 0; at < part.length; at += 3) {
      const triple = ((part[at] ?? 0) << 16) | ((part[at + 1] ?? 0) << 8) | (part[at + 2] ?? 0)
      for (const shift of [18, 12, 6, 0]) line += String.fromCharCode(32 + ((triple >> shift) & 63))
    }
    lines.push(line)
  }
  lines.push(' ', 'end')
  return lines.join('\n')
}
