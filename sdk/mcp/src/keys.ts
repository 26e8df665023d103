const TEST_KEY = /^slp_test_[0-9A-Za-z]{1,64}$/
/** A key, or an access token of a service account. */
const CREDENTIAL = /^[\x21-\x7e]{1,4096}$/

export type KeyVerdict = 'allowed' | 'malformed' | 'live'

/**
 * Only keys of the test mode may be used unless the operator allows others: what an assistant is told to do by the text it reads
 * should cost nothing and show nothing of anybody.
 */
export function keyVerdict(key: string, allowLiveKeys: boolean): KeyVerdict {
  if (!CREDENTIAL.test(key)) return 'malformed'
  return allowLiveKeys || TEST_KEY.test(key) ? 'allowed' : 'live'
}
