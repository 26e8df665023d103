import { Type } from 'typebox'

/** Settings of the word list that tone is counted by: the same in the workers and in the API. */
export const lexiconSettings = {
  LEXICON_PATH: Type.Optional(
    Type.String({
      description:
        'A dictionary in the CSV layout of Loughran and McDonald to count tone by; ours when unset.',
    }),
  ),
  LEXICON_NAME: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'Name of that dictionary in signals; that of its file when unset.',
    }),
  ),
  LEXICON_VERSION: Type.Optional(
    Type.String({ maxLength: 100, description: 'Version of that dictionary in signals.' }),
  ),
  LEXICON_LICENCE: Type.Optional(
    Type.String({ maxLength: 200, description: 'Licence of that dictionary in signals.' }),
  ),
}
