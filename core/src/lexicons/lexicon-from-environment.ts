import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Type } from 'typebox'
import { parseConfig } from '../config.ts'
import type { Lexicon } from './lexicon.ts'
import { LexiconError, MAX_LEXICON_BYTES, parseLexiconCsv } from './lexicon-csv.ts'
import { ownLexicon } from './own-lexicon.ts'
import { lexiconSettings } from './settings.ts'

/**
 * The lexicon this installation counts with: the dictionary at `LEXICON_PATH`, else ours. Read once, when the list of rules
 * is made; after that nothing of the environment is looked at. Workers and API need the same one, since the API reproduces what
 * the workers found.
 *
 * @throws LexiconError naming the setting: a process whose dictionary cannot be read must not count with another
 */
export function lexiconFromEnvironment(env: Record<string, string | undefined>): Lexicon {
  const { LEXICON_PATH: path, ...given } = parseConfig(Type.Object(lexiconSettings), env)
  if (path === undefined) return ownLexicon
  try {
    return parseLexiconCsv(fileText(path), {
      name: given.LEXICON_NAME ?? basename(path).replace(/\.csv$/i, ''),
      version: given.LEXICON_VERSION ?? 'unstated',
      licence: given.LEXICON_LICENCE ?? 'unstated',
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new LexiconError(`LEXICON_PATH is not valid: ${path} ${reason}`)
  }
}

function fileText(path: string): string {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size > MAX_LEXICON_BYTES) throw new LexiconError(`is longer than ${MAX_LEXICON_BYTES} bytes`)
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}
