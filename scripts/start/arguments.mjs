// @ts-check
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

export const HELP = `npm start -- [options]

Starts Postgres, Redis, the API, the workers, the scheduler and the portal, and loads the sample corpus.

  --tickers AAPL,MSFT     follow these companies on EDGAR (EDGAR_USER_AGENT must say who you are)
  --edgar-mirror FOLDER   load the live dataset from a folder laid out like EDGAR
  --no-portal             leave the portal out
  --help                  print this

Settings: API_PORT (8000), PORTAL_PORT (3000), DATABASE_URL, REDIS_QUEUE_URL, REDIS_CACHE_URL, and the rest of
.env.example. "npm run reset" removes the data.`

const OPTIONS = ['--tickers', '--edgar-mirror', '--no-portal', '--help']

/**
 * @typedef {object} StartOptions
 * @property {string[]} tickers
 * @property {string | undefined} edgarMirror An absolute folder.
 * @property {boolean} portal
 * @property {boolean} help
 */

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {StartOptions}
 * @throws {Error} with one sentence
 */
export function parseArguments(args, env) {
  /** @type {StartOptions} */
  const options = { tickers: [], edgarMirror: undefined, portal: true, help: false }
  const left = [...args]
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [name = '', inline] = splitOnce(word)
    const argument = () => {
      const value = inline ?? left.shift()
      if (!value || value.startsWith('--')) throw new Error(`${name} needs a value; see npm start -- --help.`)
      return value
    }
    if (name === '--help' || name === '-h') options.help = true
    else if (name === '--no-portal') options.portal = false
    else if (name === '--tickers') options.tickers = parseTickers(argument())
    else if (name === '--edgar-mirror') options.edgarMirror = parseFolder(argument())
    else throw new Error(`There is no option ${name}: did you mean ${nearest(name, OPTIONS)}?`)
  }
  if (options.help) return options
  if (options.tickers.length > 0 && options.edgarMirror) {
    throw new Error('--tickers reads EDGAR and --edgar-mirror a folder: give one of them.')
  }
  if (options.tickers.length > 0 && !env.EDGAR_USER_AGENT) {
    throw new Error(
      'The SEC asks every reader for a name and an e-mail address: set EDGAR_USER_AGENT="Your Name you@example.com" and start again.',
    )
  }
  return options
}

/**
 * `--name=value` is one word for two.
 *
 * @param {string} word
 */
function splitOnce(word) {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at === -1 ? [word] : [word.slice(0, at), word.slice(at + 1)]
}

/** @param {string} text */
function parseTickers(text) {
  const tickers = text
    .split(',')
    .map((one) => one.trim().toUpperCase())
    .filter(Boolean)
  const wrong = tickers.find((one) => !/^[A-Z0-9][A-Z0-9.-]{0,9}$/.test(one))
  if (wrong || tickers.length === 0)
    throw new Error(`--tickers takes symbols such as AAPL,MSFT; "${wrong ?? text}" is none.`)
  return tickers
}

/** @param {string} text */
function parseFolder(text) {
  const folder = resolve(process.env.INIT_CWD ?? '.', text)
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(`--edgar-mirror: there is no folder ${folder}.`)
  return folder
}

/**
 * The known word with the fewest edits between it and the given one.
 *
 * @param {string} word
 * @param {string[]} known
 */
export function nearest(word, known) {
  return known
    .map((one) => ({ one, distance: editDistance(word, one) }))
    .sort((a, b) => a.distance - b.distance)[0]?.one
}

/**
 * @param {string} a
 * @param {string} b
 */
function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
