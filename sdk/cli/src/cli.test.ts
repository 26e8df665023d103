import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../contract/contract.ts'
import { buildPackage } from '../../contract/testing/packages.ts'
import { CIK, QUOTE, SECTION, type SeededApi, seededApi } from '../../contract/testing/seeded-api.ts'
import { kebab } from '../../src/operation.ts'
import manifest from '../package.json' with { type: 'json' }
import { GLOBAL_FLAGS } from './global-flags.ts'
import { allCommands } from './program.ts'
import { columns, table } from './table.ts'

/** Whatever a terminal would obey; tabs and line breaks are not. */
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/

let api: SeededApi
let folder: string
let program: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sec-latent-cli-'))
  ;[api] = await Promise.all([seededApi(), buildPackage('cli', join(folder, 'dist'))])
  program = join(folder, 'dist', 'main.js')
})
afterAll(async () => {
  await api?.close()
  await rm(folder, { recursive: true, force: true })
})

interface Outcome {
  code: number | null
  out: string
  err: string
}

function started(args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [program, ...args], { env: environment(env) })
}

function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LATENT_API_KEY: api.keys.test.key,
    LATENT_BASE_URL: api.url,
    LATENT_CONFIG: join(folder, 'config', 'config.json'),
    ...env,
  }
}

function ended(child: ChildProcess): Promise<Outcome> {
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text) => (err += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
}

function latent(args: string[], { env, input }: { env?: Record<string, string>; input?: string } = {}) {
  const child = started(args, env)
  child.stdin?.end(input ?? '')
  return ended(child)
}

const json = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('lists', () => {
  test('are tables for people, without colours in a pipe', async () => {
    const { code, out, err } = await latent(['filings', 'list', '--cik', CIK])
    expect(code, err).toBe(0)
    const [headings, ...rows] = out.trim().split('\n')
    expect(headings).toMatch(/^ACCESSION_NUMBER\s+FORM_TYPE\s+ACCEPTED_AT/)
    expect(rows.map((row) => row.split(/\s+/)[0])).toEqual([api.latest, api.before])
    expect(out).not.toMatch(OBEYED)
  })

  test('are one JSON object a line for programs, as many as were asked for over all pages', async () => {
    const two = await latent(['filings', 'list', '--cik', CIK, '--json'])
    expect(json(two.out).map((filing) => filing.accession_number)).toEqual([api.latest, api.before])
    const one = await latent(['filings', 'list', '--cik', CIK, '--json', '--limit', '1'])
    expect(json(one.out)).toHaveLength(1)
    const all = await latent(['filings', 'list', '--json', '--all'])
    expect(json(all.out).length).toBeGreaterThanOrEqual(2)
  })

  test('look back in time', async () => {
    const { out } = await latent([
      'filings',
      'list',
      '--cik',
      CIK,
      '--as-of',
      '2024-06-01T00:00:00Z',
      '--json',
    ])
    expect(json(out).map((filing) => filing.accession_number)).toEqual([api.before])
    const other = await latent(['keys', 'list', '--as-of', '2024-06-01T00:00:00Z'])
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('does not look back in time')])
  })

  test('say on standard error why they are empty, and that there is more', async () => {
    const none = await latent(['filings', 'list', '--cik', CIK, '--form-type', '8-K'])
    expect([none.code, none.out]).toEqual([0, ''])
    expect(none.err).toMatch(/Nothing found: \w+ \(coverage \w+\)/)
    const more = await latent(['filings', 'list', '--cik', CIK, '--limit', '1'])
    expect(more.err).toContain('1 shown, there are more')
  })

  test('fit into the terminal, whatever is in them', () => {
    const entries = [
      {
        object: 'filing',
        accession_number: '0009900001-25-000001',
        form_type: '10-K',
        filers: [{ name: '東京電力ホールディングス株式会社'.repeat(4) }],
      },
    ]
    for (const width of [20, 40, 60, 80]) {
      const lines = table(entries, width, (_, text) => text)
        .trimEnd()
        .split('\n')
      for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width)
      expect(lines[1]).toContain(entries[0]?.accession_number)
    }
  })
})

describe('single answers', () => {
  test('are shown field by field, and as JSON', async () => {
    const person = await latent(['filings', 'get', api.latest])
    expect(person.out).toMatch(new RegExp(`accession_number\\s+${api.latest}`))
    const { out } = await latent(['filings', 'get', api.latest, '--json'])
    expect(JSON.parse(out)).toMatchObject({ accession_number: api.latest })
  })

  test('what filings say never reaches the terminal as more than text', async () => {
    for (const args of [
      ['sections', 'get', api.latest, SECTION],
      ['sections', 'get', api.latest, SECTION, '--json'],
      ['documents', 'text', api.latest, '1'],
      ['documents', 'search', '--q', 'permits', '--cik', CIK],
      ['documents', 'search', '--q', 'permits', '--cik', CIK, '--json'],
    ]) {
      const { code, out, err } = await latent(args)
      expect(code, err).toBe(0)
      expect(out.length).toBeGreaterThan(50)
      expect(out, args.join(' ')).not.toMatch(OBEYED)
      expect(err, args.join(' ')).not.toMatch(OBEYED)
    }
    // With --json nothing is lost: what would be obeyed is escaped.
    const { out } = await latent(['documents', 'text', api.latest, '1', '--json'])
    expect(JSON.parse(out).text).toBe(api.text)
    const { out: shown } = await latent(['documents', 'text', api.latest, '1'])
    expect(shown).toContain(QUOTE)
    expect(shown).not.toContain('owned')
  })

  test('a body is made of flags, of a file, or of standard input', async () => {
    const place = { text_sha256: api.text_sha256, start: 0, end: 6, quote: 'Annual' }
    const flags = Object.entries(place).flatMap(([name, value]) => [
      `--${name.replace('_', '-')}`,
      String(value),
    ])
    const byFlags = await latent(['evidence', 'verify-quote', '--json', ...flags])
    expect(JSON.parse(byFlags.out)).toMatchObject({ verdict: 'verified' })
    const byInput = await latent(['evidence', 'verify-quote', '--json', '--body', '-'], {
      input: JSON.stringify(place),
    })
    expect(JSON.parse(byInput.out)).toMatchObject({ verdict: 'verified' })
    const file = join(folder, 'place.json')
    await writeFile(file, JSON.stringify(place))
    const laidOver = await latent([
      'evidence',
      'verify-quote',
      '--json',
      '--body',
      `@${file}`,
      '--quote',
      'Anmual',
    ])
    expect(JSON.parse(laidOver.out)).toMatchObject({ verdict: 'mismatch' })
    const broken = await latent(['evidence', 'verify-quote', '--body', '[]'])
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining('must be a JSON object')])
  })
})

describe('evidence verify', () => {
  test('checks quotes here, and ends with 0 when they hold', async () => {
    const { code, out, err } = await latent(['evidence', 'verify', api.signal_id])
    expect(code, err).toBe(0)
    expect(out).toContain(`holds  text_span, checked here  ${QUOTE}`)
    expect(err).toContain('1 checked here, 0 by the API, 0 wrong.')
  })

  test('ends with 6 when one was tampered with, and says what does not hold', async () => {
    const ids = `${api.signal_id}\n${api.forged_signal_id}\n`
    const { code, out } = await latent(['evidence', 'verify', '-', '--json'], { input: ids })
    expect(code).toBe(6)
    expect(json(out)).toMatchObject([
      { signal_id: api.signal_id, verified: true, fault: null, checked_by: 'here' },
      { signal_id: api.forged_signal_id, verified: false, fault: 'code_points_differ' },
    ])
  })
})

describe('mistakes', () => {
  test.each([
    [['filing', 'list'], 'Did you mean "latent filings"?'],
    [['filings', 'lst'], 'Did you mean "latent filings list"?'],
    [['filings'], 'There are: list'],
    [['filings', 'list', '--tickr', 'X'], 'Did you mean --ticker?'],
    [['filings', 'list', '--sort', 'acepted_at'], 'Did you mean accepted_at?'],
    [['filings', 'list', '--limit', 'many'], '--limit must be a whole number'],
    [['filings', 'list', '--ticker'], '--ticker needs a value'],
    [['filings', 'list', '--json=yes'], '--json takes no value'],
    [['filings', 'get'], '<accession_number> is missing'],
    [['filings', 'get', 'a', 'b'], '"b" is one too many'],
    [['diff', 'get', '--from', '0009900001-24-000001'], '--to is missing'],
    [['filings', 'list', '--base-url', 'ftp://x'], 'is not an http or https address'],
    [['completion', 'powershell'], 'There is for bash, zsh and fish'],
  ])('%j ends with 2 and says what was probably meant', async (args, hint) => {
    const { code, out, err } = await latent(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('error: ')
    expect(err).toContain(hint)
  })

  test('of values that only the API can judge end with 2 and name the flag', async () => {
    const { code, err } = await latent(['filings', 'list', '--filing-date-gte', 'yesterday'])
    expect(code).toBe(2)
    expect(err).toContain('filing_date_gte')
    expect(err).toMatch(/request id {2,}req_/)
  })
})

describe('refusals', () => {
  test('of the API end with 1, with code, documentation and request id', async () => {
    const { code, out, err } = await latent(['filings', 'get', '0000000000-00-000000'])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('filing_not_found (404)')
    expect(err).toContain('/docs/errors/filing_not_found')
    expect(err).toMatch(/request id {2,}req_/)
  })

  test('of a key end with 3 and do not show it', async () => {
    const key = `slp_test_${'0'.repeat(49)}`
    const wrong = await latent(['filings', 'list'], { env: { LATENT_API_KEY: key } })
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('invalid_key')])
    expect(wrong.err).not.toContain(key)
    const none = await latent(['filings', 'list'], { env: { LATENT_API_KEY: '' } })
    expect([none.code, none.err]).toEqual([3, expect.stringContaining('latent login')])
    const weak = await api.makeKey({ mode: 'test', scopes: ['filings:read'] })
    const scope = await latent(['signals', 'list'], { env: { LATENT_API_KEY: weak.key } })
    expect([scope.code, scope.err]).toEqual([3, expect.stringContaining('insufficient_scope')])
  })

  test.each([
    [429, 'rate_limited'],
    [402, 'quota_exceeded'],
  ])('because of a limit (%i) end with 4 and say how long to wait', async (status, code) => {
    // The API itself would have to be worn out first; this answers as it does.
    const worn = createServer((_, response) => {
      const problem = {
        type: `http://portal.test/docs/errors/${code}`,
        status,
        code,
        detail: 'Too much.',
        errors: [],
      }
      response.writeHead(status, {
        'content-type': 'application/problem+json',
        'retry-after': '90',
        'request-id': 'req_x',
      })
      response.end(JSON.stringify(problem))
    })
    await new Promise<void>((resolve) => worn.listen(0, '127.0.0.1', resolve))
    const { port } = worn.address() as AddressInfo
    const outcome = await latent(['filings', 'list'], {
      env: { LATENT_BASE_URL: `http://127.0.0.1:${port}` },
    })
    worn.close()
    expect(outcome.code).toBe(4)
    expect(outcome.err).toContain(`${code} (${status})`)
    expect(outcome.err).toContain('90 s')
  })

  test('an API that is not there ends with 5', async () => {
    const { code, err } = await latent(['filings', 'list', '--base-url', 'http://127.0.0.1:9'])
    expect([code, err]).toEqual([5, expect.stringContaining('Is the address right?')])
  })
})

describe('pipes and signals', () => {
  test('a reader that has had enough is no error', async () => {
    const shell = promisedShell(
      `"${process.execPath}" "${program}" documents text ${api.latest} 1 | head -n 1`,
    )
    expect(await shell).toEqual({ out: 'Annual report 2025\n', err: expect.not.stringContaining('EPIPE') })
  })

  test('Ctrl-C ends a stream with 130', async () => {
    const child = started(['changes', 'stream', '--after', '0', '--json'])
    const outcome = ended(child)
    await new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()))
    child.kill('SIGINT')
    const { code, out } = await outcome
    expect(code).toBe(130)
    expect(json(out)[0]).toMatchObject({ object: 'change' })
  })

  test('watching begins after a position, follows what comes, and says where to go on', async () => {
    const positions = await latent(['changes', 'list', '--json', '--all'])
    const after = Math.max(...json(positions.out).map(({ position }) => position))
    const child = started([
      'signals',
      'watch',
      '--cik',
      CIK,
      '--after',
      String(after),
      '--limit',
      '1',
      '--json',
    ])
    const outcome = ended(child)
    await announce(api.signal_id)
    const { code, out, err } = await outcome
    expect(code, err).toBe(0)
    expect(json(out)).toMatchObject([{ id: api.signal_id, signal_type: 'rf_added' }])
    expect(err).toMatch(/Go on with --after \d+\./)
  })
})

describe('keys and profiles', () => {
  const env = { LATENT_API_KEY: '' }

  test('login stores a key that works, for its owner alone, and other commands use it', async () => {
    const login = await latent(['login'], { env, input: `${api.keys.test.key}\n` })
    expect(login.code, login.err).toBe(0)
    expect(login.out + login.err).not.toContain(api.keys.test.key)
    const file = join(folder, 'config', 'config.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(file, 'utf8')).profiles.default.api_key).toBe(api.keys.test.key)
    const { out } = await latent(['filings', 'list', '--cik', CIK, '--json'], { env })
    expect(json(out)).toHaveLength(2)
  })

  test('login writes over a file that others could read, so that they no longer can', async () => {
    const file = join(folder, 'config', 'config.json')
    await chmod(file, 0o644)
    await latent(['login', '--profile', 'second'], { env, input: api.keys.test.key })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('config shows shortened keys and chooses a profile; logout forgets one', async () => {
    const { out } = await latent(['config', '--json'], { env })
    expect(out).not.toContain(api.keys.test.key)
    expect(JSON.parse(out).profiles).toMatchObject([
      { profile: 'default', current: false, api_key: `slp_test_…${api.keys.test.key.slice(-4)}` },
      { profile: 'second', current: true },
    ])
    expect((await latent(['config', 'use', 'default'], { env })).err).toContain('Using "default"')
    expect((await latent(['logout', '--profile', 'second'], { env })).code).toBe(0)
    const gone = await latent(['filings', 'list', '--profile', 'second'], { env })
    expect([gone.code, gone.err]).toEqual([2, expect.stringContaining('There are: default.')])
  })

  test('a key that does not work is not stored', async () => {
    const { code, err } = await latent(['login', '--profile', 'bad'], {
      env,
      input: `slp_test_${'0'.repeat(49)}`,
    })
    expect([code, err]).toEqual([3, expect.stringContaining('invalid_key')])
    expect((await latent(['config', '--json'], { env })).out).not.toContain('"bad"')
  })
})

describe('what cannot be undone', () => {
  test('is not done without --yes where nobody can be asked', async () => {
    const admin = await api.makeKey({ mode: 'admin', scopes: ['keys:read', 'keys:admin'] })
    const victim = await api.makeKey({ mode: 'test' })
    const env = { LATENT_API_KEY: admin.key }
    const asked = await latent(['keys', 'revoke', victim.record.id], { env })
    expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('--yes')])
    const done = await latent(['keys', 'revoke', victim.record.id, '--yes'], { env })
    expect([done.code, done.err]).toEqual([0, expect.stringContaining('Done.')])
  })
})

test('commands have words of their own, and their flags never mean something else than everywhere', () => {
  const commands = allCommands()
  const words = commands.map((command) => command.words.join(' '))
  expect(new Set(words).size).toBe(words.length)
  const everywhere = new Set<string>(GLOBAL_FLAGS.map(({ name }) => name))
  const both = commands.flatMap(({ flags }) => flags.filter(({ name }) => everywhere.has(name)))
  // Exports take the moment in their body; it is the same moment.
  expect([...new Set(both.map(({ name }) => name))]).toEqual(['as-of'])
})

describe('help', () => {
  test('exists for every command and says what the contract says', async () => {
    const { out: all } = await latent(['--help'])
    expect(all).toContain('Exit codes')
    for (const { resource } of contract.operations) expect(all).toContain(`  ${kebab(resource)} `)
    const { out } = await latent(['filings', 'list', '--help'])
    expect(out).toContain('--form-type <value>')
    expect(out).toContain('needs      filings:read')
    expect(out).toContain('/docs/reference/filings/listFilings')
    expect((await latent(['filings', '--help'])).out).toContain('filings resolve-url')
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  test('the version is that of the package', async () => {
    expect((await latent(['--version'])).out).toBe(`${manifest.version}\n`)
  })

  test('shells complete commands, flags and values', async () => {
    const after = async (...words: string[]) =>
      (await latent(['__complete', ...words])).out.trim().split('\n')
    expect(await after('fil')).toEqual(['filings'])
    expect(await after('filings', '')).toEqual(['get', 'facts', 'list', 'resolve-url'].sort())
    expect(await after('filings', 'list', '--form')).toEqual(['--form-type'])
    expect(await after('filings', 'list', '--sort', '')).toEqual(['-accepted_at', 'accepted_at'])
    for (const shell of ['bash', 'zsh', 'fish'])
      expect((await latent(['completion', shell])).out).toContain('latent __complete')
  })
})

/** Puts a signal into the feed, as the workers do when they publish one. */
async function announce(signalId: string): Promise<void> {
  const { takePublishTurn } = await import('@sec-latent/core/changes/publish-turn')
  const { appendChanges } = await import('@sec-latent/core/changes/store')
  await api.sql.begin(async (tx) => {
    const turn = { ...(await takePublishTurn(tx)), moment: '2025-03-01T00:00:00Z' }
    await appendChanges(tx, turn, [
      {
        dataset: 'test',
        change_type: 'signal.created',
        accession_number: api.latest,
        cik: CIK,
        object_id: signalId,
      },
    ])
  })
}

function promisedShell(command: string): Promise<{ out: string; err: string }> {
  return new Promise((resolve, reject) =>
    execFile('sh', ['-c', command], { env: environment({}) }, (error, out, err) =>
      error ? reject(error) : resolve({ out, err }),
    ),
  )
}
