const WRAPPER = /^\s*<(XBRL|XML)>\s*\n/

/**
 * A document without the tags that a full submission has around it. Files split out of submissions by others keep them;
 * those EDGAR serves have none.
 */
export function unwrapped(bytes: Buffer): Buffer {
  const open = WRAPPER.exec(bytes.subarray(0, 64).toString('latin1'))
  if (open === null) return bytes
  const close = bytes.lastIndexOf(`</${open[1]}>`)
  return bytes.subarray(open[0].length, close < 0 ? bytes.length : close)
}
