import Link from 'next/link'

export default function NotFound() {
  return (
    <main className="m-auto max-w-prose p-8">
      <h1 className="mb-2 text-2xl font-semibold">There is no such page</h1>
      <p>
        Start at the{' '}
        <Link className="underline" href="/docs">
          documentation
        </Link>
        , or search with <kbd>Ctrl</kbd> <kbd>K</kbd> from any page of it.
      </p>
    </main>
  )
}
