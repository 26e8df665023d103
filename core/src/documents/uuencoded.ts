/** `begin 644 name` on its first line: how EDGAR carries PDF, images and archives inside a submission. */
export function isUuencoded(content: Uint8Array): boolean {
  let start = 0
  while (start < content.length && isSpace(content[start] as number)) start++
  const line = Buffer.from(content.buffer, content.byteOffset + start, Math.min(16, content.length - start))
  return /^begin [0-7]{3,4} /.test(line.toString('latin1'))
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
}
