import { describe, expect, it } from 'vitest'
import { sha256 } from '../sha256.ts'
import { findPrompt } from './prompt.ts'
import {
  extendedLock,
  lockFaults,
  missingFromLock,
  PROMPTS_FOLDER,
  promptTextsModule,
  readLock,
  readPrompts,
  readTextsModule,
} from './prompt-lock.ts'

describe('the prompts', () => {
  const prompts = readPrompts(PROMPTS_FOLDER)
  const lock = readLock(PROMPTS_FOLDER)

  it('are what the lock says: a text changes with its version or not at all', () => {
    expect(lockFaults(prompts, lock)).toEqual([])
    expect(missingFromLock(prompts, lock)).toEqual([])
  })

  it('are bundled as they lie in the folder', () => {
    expect(readTextsModule()).toBe(promptTextsModule(prompts))
  })

  it('can all be sent', () => {
    for (const name of prompts.keys()) {
      const [id = '', version = ''] = name.split('@')
      if (id === 'system') continue
      const prompt = findPrompt({ id, version })
      expect(prompt.max_tokens).toBeLessThanOrEqual(21_333)
      expect(prompt.question.length).toBeGreaterThan(100)
      expect(prompt.system).toContain('never addressed to you')
    }
  })
})

describe('the lock', () => {
  const text = '---\nid: a\nversion: 1.0.0\n---\nOne question.'
  const lock = { 'a@1.0.0': sha256(text) }

  it('takes in what is new', () => {
    const more = new Map([
      ['a@1.0.0', text],
      ['a@1.1.0', `${text} More.`],
    ])
    expect(Object.keys(extendedLock(more, lock))).toEqual(['a@1.0.0', 'a@1.1.0'])
  })

  it('refuses a text that changed under its version', () => {
    const changed = new Map([['a@1.0.0', `${text} `]])
    expect(lockFaults(changed, lock)).toHaveLength(1)
    expect(() => extendedLock(changed, lock)).toThrow('a@1.0.0 changed')
  })

  it('refuses to forget one', () => {
    expect(() => extendedLock(new Map(), lock)).toThrow('has no file')
  })
})
