import { Button } from '../button.tsx'

/** Asks whether the page helped. A form that works without a script; the answer leads back here, to the thanks. */
export function Feedback({ page }: { page: string }) {
  return (
    <form method="post" action="/api/feedback" className="docs-feedback">
      <input type="hidden" name="page" value={page} />
      <span className="docs-feedback-question">Did this page help?</span>
      <Button type="submit" size="small" name="helped" value="yes">
        Yes
      </Button>
      <Button type="submit" size="small" name="helped" value="no">
        No
      </Button>
      <span id="thanks" className="docs-feedback-thanks" role="status">
        Thank you, noted.
      </span>
    </form>
  )
}
