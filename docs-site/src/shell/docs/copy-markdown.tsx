'use client'

import { toast } from '../toast.ts'

async function copy(url: string): Promise<void> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`the page answered ${answer.status}`)
  await navigator.clipboard.writeText(await answer.text())
}

export function CopyMarkdown({ url }: { url: string }) {
  return (
    <button
      type="button"
      className="needs-script"
      onClick={() =>
        copy(url).then(
          () => toast('The page is in the clipboard, as Markdown.'),
          () => toast('The page could not be copied.', 'bad'),
        )
      }
    >
      Copy as Markdown
    </button>
  )
}
