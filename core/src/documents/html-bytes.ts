export const GREATER = 0x3e
export const SLASH = 0x2f
export const EQUALS = 0x3d
export const QUOTE = 0x22
export const APOSTROPHE = 0x27

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c
}

export function isSpaceOrSlash(byte: number): boolean {
  return byte === SLASH || isSpace(byte)
}

/** What ends the name of a tag. */
export function endsName(byte: number): boolean {
  return byte === GREATER || isSpaceOrSlash(byte)
}

export function endsAttributeName(byte: number): boolean {
  return byte === EQUALS || endsName(byte)
}

export function isLetter(byte: number): boolean {
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x7a
}
