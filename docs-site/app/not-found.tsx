import { PageFrame } from '../src/shell/frame.tsx'
import { PageLink } from '../src/shell/link.tsx'

export default function NotFound() {
  return (
    <PageFrame width="reading">
      <h1>There is no such page</h1>
      <p className="mt-3">
        Start at the{' '}
        <PageLink className="prose-link" href="/docs">
          documentation
        </PageLink>
        , or search with <kbd>Ctrl</kbd> <kbd>K</kbd>.
      </p>
    </PageFrame>
  )
}
