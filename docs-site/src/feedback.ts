/** A reader's word about a page, as a line of the portal's log. */
export interface FeedbackLine {
  level: 'info'
  event: 'page_feedback'
  time: string
  page: string
  helped: boolean
}

/** What was sent, or undefined when it is no answer to our form. */
export function feedbackLine(form: FormData, isPage: (url: string) => boolean): FeedbackLine | undefined {
  const page = form.get('page')
  const helped = form.get('helped')
  if (typeof page !== 'string' || !isPage(page)) return undefined
  if (helped !== 'yes' && helped !== 'no') return undefined
  const time = new Date().toISOString()
  return { level: 'info', event: 'page_feedback', time, page, helped: helped === 'yes' }
}

/** Browsers say where a form was sent from. */
export function isOfThisSite(headers: Headers): boolean {
  return headers.get('sec-fetch-site') === 'same-origin'
}

const LINES_PER_MINUTE = 60
const MINUTE_MS = 60_000

let minute = 0
let lines = 0

/** Whether there is room in this minute's log; somebody who sends the form all day must not fill it. */
export function mayBeNoted(now: number): boolean {
  const current = Math.floor(now / MINUTE_MS)
  if (current !== minute) {
    minute = current
    lines = 0
  }
  lines += 1
  return lines <= LINES_PER_MINUTE
}
