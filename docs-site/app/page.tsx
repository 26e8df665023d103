import { HomeLayout } from 'fumadocs-ui/layouts/home'
import Link from 'next/link'
import { ExampleSignal } from '../src/example-signal.tsx'
import { HomeRequest } from '../src/home-request.tsx'
import { layoutOptions } from '../src/layout-options.tsx'

const PROMISES = [
  {
    title: 'Evidence, not assertions',
    text: 'Each signal quotes the filing, with offsets into a text you can download by its hash and slice yourself.',
    href: '/docs/concepts/evidence',
    link: 'How to check a quote',
  },
  {
    title: 'The past stays put',
    text: 'Ask as of any moment and get what was known then, with the acceptance time read from the right clock.',
    href: '/docs/concepts/time',
    link: 'Which time is which',
  },
  {
    title: 'Empty means something',
    text: 'Nothing found, not covered, not read yet, failed: four answers, told apart for every filing and list.',
    href: '/docs/concepts/coverage',
    link: 'Why a list is empty',
  },
]

export default function Home() {
  return (
    <HomeLayout {...layoutOptions}>
      <div className="mx-auto w-full max-w-6xl px-6 py-12 lg:py-20">
        <div className="grid gap-10 lg:grid-cols-2 lg:gap-14">
          <div>
            <h1 className="text-4xl font-semibold leading-tight tracking-tight">
              SEC filings and their signals, each with a quote you can check
            </h1>
            <p className="mt-5 text-lg text-fd-muted-foreground">
              An API and a typed SDK for developers and researchers who build on EDGAR and have to be able to
              defend each number.
            </p>
            <p className="mt-5 leading-relaxed">
              Anyone can serve EDGAR again; what hurts is data that is wrong and does not say so. Here every
              signal carries a <span className="quote">verbatim quote</span> whose offsets point into an
              immutable text, and one that does not slice back exactly is never stored. Ask for any moment of
              the past and the answer stays what it was; ask for something that is not there and the answer
              says why.
            </p>
            <div className="mt-7 flex flex-wrap gap-3">
              <Link
                href="/docs/quick-start"
                className="rounded-md bg-fd-primary px-4 py-2 font-medium text-fd-primary-foreground"
              >
                Quick start
              </Link>
              <Link href="/docs/reference" className="rounded-md border px-4 py-2 font-medium">
                API reference
              </Link>
            </div>
          </div>
          <div className="min-w-0">
            <h2 className="mb-2 text-sm font-medium text-fd-muted-foreground">
              Ask for the newest risk factors
            </h2>
            <HomeRequest />
            <h2 className="mb-2 mt-6 text-sm font-medium text-fd-muted-foreground">
              What comes back, shortened
            </h2>
            <ExampleSignal />
            <h2 className="mb-2 mt-6 text-sm font-medium text-fd-muted-foreground">
              Run all of it on your machine
            </h2>
            <pre className="overflow-x-auto rounded-lg border bg-fd-card p-4 text-sm">
              <code>npm start</code>
            </pre>
            <p className="mt-3 text-sm text-fd-muted-foreground">
              One command on a fresh clone, with nothing but Node.js: it starts everything, loads a corpus of
              invented companies, and prints a key.
            </p>
          </div>
        </div>
        <ul className="mt-16 grid gap-6 md:grid-cols-3">
          {PROMISES.map((promise) => (
            <li key={promise.title} className="rounded-lg border bg-fd-card p-5">
              <h2 className="font-semibold">{promise.title}</h2>
              <p className="mt-2 text-sm leading-relaxed">{promise.text}</p>
              <Link
                href={promise.href}
                className="mt-3 inline-block text-sm font-medium text-fd-primary underline"
              >
                {promise.link}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </HomeLayout>
  )
}
