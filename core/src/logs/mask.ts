/** Where a key of ours, or of a service we use, a token, a password in an address, or an e-mail address begins and ends. */
const SECRET = new RegExp(
  [
    'slp_(?:live|test|adm|exp)_[0-9A-Za-z]*',
    'whsec_[0-9A-Za-z+/=_-]*',
    '(?:sk|rk|pk|unkey|sntrys)[-_][0-9A-Za-z_-]{12,512}',
    'eyJ[0-9A-Za-z_-]{5,2048}\\.[0-9A-Za-z_-]{2,4096}(?:\\.[0-9A-Za-z_-]{0,2048})?',
    '(?:Bearer|Basic) [0-9A-Za-z+/=._~-]{6,4096}',
    ':\\/\\/[^\\s:@/"\\\\]{0,128}:[^\\s@/"\\\\]{1,256}@',
    '[0-9A-Za-z_.+%-]{1,64}@(?:[0-9A-Za-z-]{1,63}\\.){1,8}[A-Za-z]{2,24}',
  ].join('|'),
  'g',
)

/**
 * Leaves out of a text what must not stand in a log or go to others. Works on JSON as well: nothing it takes out or puts in has
 * a quote or a backslash. The last line of defence: what customers send is not written down in the first place.
 */
export function maskSecrets(text: string): string {
  return text.replace(SECRET, maskOf)
}

function maskOf(found: string): string {
  if (found.startsWith('slp_')) return `${found.slice(0, found.indexOf('_', 4) + 1)}[redacted]`
  if (found.startsWith('whsec_')) return 'whsec_[redacted]'
  if (found.startsWith('://')) return '://[redacted]@'
  if (found.includes('@')) return '[e-mail]'
  return '[redacted]'
}
