import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { IMAGES } from '../images/images.ts'
import { brokenRules, isInContext, readInstructions } from './dockerfile-rules.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.Dockerfile'))

test('every service has its Dockerfile', () => {
  expect(files.sort()).toEqual([
    'api.Dockerfile',
    'docs-site.Dockerfile',
    'recovery.Dockerfile',
    'scheduler.Dockerfile',
    'workers.Dockerfile',
  ])
})

describe.each(files)('%s', (name) => {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8')

  test('breaks no rule', () => {
    expect(brokenRules(text)).toEqual([])
  })

  test('copies only what the repository has and the build context lets in', () => {
    const ignore = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
    for (const { value } of readInstructions(text).filter((one) => one.name === 'COPY')) {
      if (value.startsWith('--from=')) continue
      for (const source of value.split(' ').slice(0, -1)) {
        expect(existsSync(join(ROOT, source)), source).toBe(true)
        expect(isInContext(source, ignore), source).toBe(true)
      }
    }
  })

  test('stands on the images that are listed', () => {
    const bases = readInstructions(text)
      .filter((one) => one.name === 'FROM')
      .map(({ value }) => value.split(' ')[0] ?? '')
    for (const base of bases.filter((one) => one.includes(':'))) expect(Object.values(IMAGES)).toContain(base)
  })

  test('brings the manifest of every workspace, without which npm ci refuses the lock file', () => {
    const { workspaces } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    for (const workspace of workspaces) expect(text).toContain(`COPY ${workspace}/package.json ${workspace}/`)
  })
})

test('the build context leaves out history, secrets, packages and tests', () => {
  const ignore = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
  for (const path of [
    '.git/config',
    '.env',
    '.env.production',
    'node_modules/x/index.js',
    'api/node_modules/x/index.js',
    'core/src/config.test.ts',
    'core/src/testing/database.ts',
    '.latent/secrets.json',
    'examples/list-filings.ts',
  ]) {
    expect(isInContext(path, ignore), path).toBe(false)
  }
  for (const path of [
    'core/src/config.ts',
    'examples/package.json',
    '.npmrc',
    'core/migrations/0001_companies.sql',
  ]) {
    expect(isInContext(path, ignore), path).toBe(true)
  }
})

const GOOD = `FROM ${IMAGES.node} AS build
RUN npm ci --ignore-scripts
FROM ${IMAGES.node}
COPY --from=build /app/dist dist
USER 1000:1000
HEALTHCHECK CMD ["node", "health.js"]
CMD ["node", "dist/main.js"]`

describe('the rules find', () => {
  test.each([
    ['a tag without a digest', /@sha256:[0-9a-f]+/, '', 'not pinned'],
    ['a digest without a version', /node:[^@]+/, 'node', 'not pinned'],
    ['latest', new RegExp(IMAGES.node), 'node:latest', 'not pinned'],
    ['a Node whose support is over', /node:24/, 'node:20', 'no Node with long-term support'],
    ['a Node that never gets long-term support', /node:24/, 'node:25', 'no Node with long-term support'],
    ['root', 'USER 1000:1000', 'USER root', 'runs as root'],
    ['user 0', 'USER 1000:1000', 'USER 0', 'runs as 0'],
    ['no user', 'USER 1000:1000\n', '', 'runs as root'],
    ['npm as process 1', '["node", "dist/main.js"]', '["npm", "start"]', 'process 1'],
    ['a shell as process 1', '["node", "dist/main.js"]', 'node dist/main.js', 'process 1'],
    ['npm install', 'npm ci --ignore-scripts', 'npm install', 'lock file'],
    ['scripts of packages', ' --ignore-scripts', '', '--ignore-scripts'],
    ['a secret', 'RUN', 'ARG STRIPE_SECRET_KEY\nRUN', 'secret in a layer'],
    ['ADD', 'RUN', 'ADD https://example.com/x.tgz /x\nRUN', 'ADD'],
    ['the whole context in the last stage', 'COPY --from=build /app/dist dist', 'COPY . .', 'build context'],
    ['one stage', /^FROM.*\nRUN.*\n/, '', 'second stage'],
    ['no health check', /HEALTHCHECK.*\n/, '', 'HEALTHCHECK'],
  ])('%s', (_, before, after, sentence) => {
    expect(brokenRules(GOOD)).toEqual([])
    expect(
      brokenRules(GOOD.replaceAll(before instanceof RegExp ? new RegExp(before, 'g') : before, after)).join(),
    ).toContain(sentence)
  })
})
