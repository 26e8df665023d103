import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  extendedLock,
  PROMPTS_FOLDER,
  promptTextsModule,
  readLock,
  readPrompts,
  writeLock,
  writeTextsModule,
} from './prompt-lock.ts'

// npm run prompts:lock takes in new prompts; it refuses one whose text changed without a new version.
try {
  const prompts = readPrompts(PROMPTS_FOLDER)
  const known = existsSync(join(PROMPTS_FOLDER, 'prompts.lock.json')) ? readLock(PROMPTS_FOLDER) : {}
  const lock = extendedLock(prompts, known)
  writeLock(PROMPTS_FOLDER, lock)
  writeTextsModule(promptTextsModule(prompts))
  console.log(`${Object.keys(lock).length} prompts are locked.`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
