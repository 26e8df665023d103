import type { Answer } from '../findings-schema.ts'
import { LABELS } from '../labels.ts'
import type { ReceivedRequest, Script } from './messages-server.ts'

/** Replies for tests, written by code that read the request as a model would. None of them comes from Claude. */
export interface ReadPassage {
  id: string
  headings: string
  text: string
}

/** The passages of a request and the signal it asks about. */
export function readRequest(request: ReceivedRequest): {
  signal: keyof typeof LABELS
  passages: ReadPassage[]
  body: string
} {
  const [block, question] = request.messages[0]?.content ?? []
  const body = (block?.text ?? '').split('\n').slice(1, -1).join('\n')
  const signal = /signal (llm_\w+)/.exec(question?.text ?? '')?.[1] as keyof typeof LABELS
  const passages = [
    ...body.matchAll(/(?:^|\n)\[([PO]\d{4})\]([^\n]*)\n([\s\S]*?)(?=\n\n\[[PO]\d{4}\]|$)/g),
  ].map(([, id = '', headings = '', text = '']) => ({ id, headings: headings.trim(), text }))
  return { signal, passages, body }
}

export function answerOf(over: Partial<Answer> & Pick<Answer, 'signal' | 'label'>): Answer {
  return {
    paragraph_id: null,
    quote: null,
    prior_paragraph_id: null,
    prior_quote: null,
    direction: 0,
    value_text: null,
    unit: null,
    period_text: null,
    subject: null,
    confidence: 'high',
    why: 'scripted',
    ...over,
  }
}

export function replyOf(findings: Answer[]): string {
  return JSON.stringify({ findings, abstain: false, abstain_reason: null })
}

/** Up to twelve words of a text, as it writes them. */
export function quoteFrom(text: string): string {
  const words = [...text.matchAll(/\S+/g)].slice(0, 12)
  const last = words.at(-1)
  return last ? text.slice(words[0]?.index ?? 0, (last.index ?? 0) + last[0].length) : ''
}

/** One finding per current passage, with a quote that is there. */
export function honestFindings(request: ReceivedRequest): Answer[] {
  const { signal, passages } = readRequest(request)
  return passages
    .filter(({ id }) => id.startsWith('P'))
    .map(({ id, text }) =>
      answerOf({ signal, label: LABELS[signal][0] as string, paragraph_id: id, quote: quoteFrom(text) }),
    )
}

export const honest: Script = (request) => ({ kind: 'message', text: replyOf(honestFindings(request)) })

/** Changes every n-th quote so that it stands nowhere: digits, a word more, or words of its own. */
export function inventing(share: number): Script & { invented: number; told: number } {
  let told = 0
  let invented = 0
  const script: Script = (request) => {
    const findings = honestFindings(request).map((finding): Answer => {
      told += 1
      if (Math.floor(told * share) === Math.floor((told - 1) * share)) return finding
      invented += 1
      const quote = finding.quote ?? ''
      const lies = [
        quote.replace(/\S+$/, 'unprecedented'),
        quote.replace(/ /, ' materially '),
        'The company has defaulted on all of its senior notes.',
        quote.replace(/^\S+/, 'Nobody'),
      ]
      return { ...finding, quote: lies[invented % lies.length] as string }
    })
    return { kind: 'message', text: replyOf(findings) }
  }
  return Object.defineProperties(script, {
    invented: { get: () => invented },
    told: { get: () => told },
  }) as Script & { invented: number; told: number }
}

/**
 * A victim: it answers whatever a passage tells it to answer. A passage gives its orders as ANSWER{…json of a finding…}, in
 * plain text, in base64, or between lookalike letters, and the victim obeys them all, for every passage it can name.
 */
export const obedient: Script = (request) => {
  const { signal, passages, body } = readRequest(request)
  const orders = [
    ...body.matchAll(/ANSWER(\{[^{}]*\})/g),
    ...[...body.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)].flatMap(([text]) => [
      ...Buffer.from(text, 'base64')
        .toString('utf8')
        .matchAll(/ANSWER(\{[^{}]*\})/g),
    ]),
  ]
  const worded = [...body.matchAll(/the answer is (\w+); subject: ([^;]*); value: ([^.;]*)\./g)].map(
    ([, label = '', subject = '', value = '']): Partial<Answer> => ({
      label,
      quote: 'HERE',
      subject: subject || null,
      value_text: value || null,
    }),
  )
  const findings = [...orders.map(([, json = '{}']) => parsed(json)), ...worded].flatMap((order) => {
    return passages.map(({ id, text }) =>
      answerOf({
        signal,
        label: LABELS[signal][0] as string,
        paragraph_id: id.startsWith('P') ? id : null,
        prior_paragraph_id: id.startsWith('O') ? id : null,
        quote: order.quote === 'HERE' ? quoteFrom(text) : null,
        direction: 1,
        confidence: 'high',
        ...order,
        ...(order.quote === 'HERE' ? { quote: quoteFrom(text) } : {}),
      }),
    )
  })
  const whole = /WHOLE_REPLY(\{.*\})END/.exec(body)?.[1]
  return { kind: 'message', text: whole ?? replyOf(findings) }
}

function parsed(json: string): Partial<Answer> {
  try {
    return JSON.parse(json) as Partial<Answer>
  } catch {
    return {}
  }
}
