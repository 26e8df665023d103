import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

const Word = (description: string) => Type.String({ minLength: 1, maxLength: 200, description })
const Nullable = (description: string) =>
  Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Null()], { description })

/** What every line is that a process writes; `deploy/logs/log-line.schema.json` says the same to those who read them. */
export const LogLine = Type.Object(
  {
    timestamp: Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
      description: 'When it happened, in UTC.',
    }),
    level: Type.Union(
      ['DEBUG', 'INFO', 'WARN', 'ERROR'].map((level) => Type.Literal(level)),
      { description: 'How bad it is.' },
    ),
    service: Word('Which kind of process says it: api, workers, scheduler.'),
    trace_id: Nullable('The trace it belongs to; without one the id of the request or of the job.'),
    user_id: Nullable('The organisation it concerns. Never a name or an address.'),
    action: Word(
      'What was done: an operation of the API, a job, or a word for what processes do by themselves.',
    ),
    status: Word('How it went: ok, refused, failed, or a word of the action.'),
    duration_ms: Type.Union([Type.Number({ minimum: 0 }), Type.Null()], {
      description: 'How long it took, in milliseconds.',
    }),
    metadata: Type.Object(
      {},
      { additionalProperties: true, description: 'What else is known: ids, counts, names of parameters.' },
    ),
    message: Type.String({ description: 'A sentence for people.' }),
  },
  {
    $id: 'LogLine',
    additionalProperties: false,
    description: 'A line of the log of a process: one JSON object, ended by a line feed.',
  },
)
export type LogLine = Static<typeof LogLine>

/** No viewer takes longer lines whole. */
export const MAX_LINE_CHARS = 65_536

/** What is wrong with a line, in words; empty for one that keeps the schema. */
export function faultsOf(text: string): string[] {
  if (text.length > MAX_LINE_CHARS) return [`the line has ${text.length} characters`]
  let line: unknown
  try {
    line = JSON.parse(text)
  } catch {
    return [`no JSON: ${text.slice(0, 200)}`]
  }
  return [...Value.Errors(LogLine, line)].map(
    ({ instancePath, message }) => `${instancePath || 'the line'} ${message}: ${text.slice(0, 300)}`,
  )
}
