import { describe, expect, test } from 'vitest'
import { completeLock } from './complete-lock.mjs'

const lockOf = (packages: Record<string, object>) =>
  ({ packages: { '': {}, ...packages } }) as Parameters<typeof completeLock>[0]

describe('completing the lock file', () => {
  test('a platform package npm left out is added with its platform', () => {
    const lock = lockOf({
      'node_modules/rollup': {
        version: '4.0.0',
        license: 'MIT',
        optionalDependencies: {
          '@rollup/rollup-linux-arm64-musl': '4.0.0',
          '@rollup/rollup-darwin-x64': '4.0.0',
        },
      },
    })
    expect(completeLock(lock)).toHaveLength(2)
    expect(lock.packages['node_modules/@rollup/rollup-linux-arm64-musl']).toEqual({
      version: '4.0.0',
      cpu: ['arm64'],
      libc: ['musl'],
      os: ['linux'],
      license: 'MIT',
      optional: true,
    })
    expect(lock.packages['node_modules/@rollup/rollup-darwin-x64']).toMatchObject({
      os: ['darwin'],
      cpu: ['x64'],
    })
  })

  test('a complete lock is left as it is', () => {
    const lock = lockOf({
      'node_modules/a': { version: '1.0.0', optionalDependencies: { b: '1.0.0' } },
      'node_modules/b': { version: '1.0.0' },
    })
    const before = JSON.stringify(lock)
    expect(completeLock(lock)).toEqual([])
    expect(JSON.stringify(lock)).toBe(before)
  })

  test('another version at the top level is left there, and the missing one goes beside its dependant', () => {
    const lock = lockOf({
      'node_modules/a': { version: '1.0.0', optionalDependencies: { '@x/win32-x64': '2.0.0' } },
      'node_modules/@x/win32-x64': { version: '1.0.0' },
    })
    completeLock(lock)
    expect(lock.packages['node_modules/@x/win32-x64']?.version).toBe('1.0.0')
    expect(lock.packages['node_modules/a/node_modules/@x/win32-x64']).toMatchObject({
      version: '2.0.0',
      os: ['win32'],
    })
  })

  test('an alias keeps both of its names', () => {
    const lock = lockOf({
      'node_modules/a': { version: '1.0.0', optionalDependencies: { old: 'npm:@x/linux-x64@15.0.0-beta.1' } },
    })
    completeLock(lock)
    expect(lock.packages['node_modules/old']).toMatchObject({
      name: '@x/linux-x64',
      version: '15.0.0-beta.1',
    })
  })

  test('a range is npm’s to resolve', () => {
    const lock = lockOf({
      'node_modules/a': { version: '1.0.0', optionalDependencies: { fsevents: '^2.0.0' } },
    })
    expect(completeLock(lock)).toEqual([])
  })

  test('doing it twice changes nothing more', () => {
    const lock = lockOf({
      'node_modules/a': { version: '1.0.0', optionalDependencies: { '@x/linux-arm': '1.0.0' } },
    })
    completeLock(lock)
    const once = JSON.stringify(lock)
    completeLock(lock)
    expect(JSON.stringify(lock)).toBe(once)
  })
})
