import { isPage } from '../../../src/docs-tree.ts'
import { feedbackLine, isOfThisSite, mayBeNoted } from '../../../src/feedback.ts'

/** Takes the answer of the form at the foot of a page and sends the reader back. */
export async function POST(request: Request): Promise<Response> {
  if (!isOfThisSite(request.headers))
    return new Response('This form belongs to another site.\n', { status: 403 })
  const form = await request.formData().catch(() => undefined)
  const line = form && feedbackLine(form, isPage)
  if (!line) return new Response('The form names no page of this portal.\n', { status: 400 })
  if (mayBeNoted(Date.now())) console.log(JSON.stringify(line))
  // 303: the browser asks for the page with GET, so reloading it does not send the form again.
  return new Response(null, { status: 303, headers: { Location: `${line.page}#thanks` } })
}
