import { ExampleSignal } from '../src/example-signal.tsx'
import { HomeRequest } from '../src/home-request.tsx'
import { ButtonLink } from '../src/shell/button.tsx'
import { CodeBlock } from '../src/shell/code-block.tsx'
import { PageFrame } from '../src/shell/frame.tsx'
import { PageLink } from '../src/shell/link.tsx'

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
    <PageFrame>
      <div className="lg:py-10">
        <div className="grid gap-10 lg:grid-cols-2 lg:gap-14">
          <div>
            <h1 className="text-4xl font-semibold leading-tight tracking-tight">
              SEC filings and their signals, each with a quote you can check
            </h1>
            <p className="mt-5 text-lg text-muted">
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
              <ButtonLink variant="primary" href="/docs/quick-start">
                Quick start
              </ButtonLink>
              <ButtonLink href="/docs/reference">API reference</ButtonLink>
            </div>
          </div>
          <div className="min-w-0 [&_.ui-code]:my-0">
            <h2 className="mb-2 text-sm font-medium text-muted">Ask for the newest risk factors</h2>
            <HomeRequest />
            <h2 className="mb-2 mt-6 text-sm font-medium text-muted">What comes back, shortened</h2>
            <ExampleSignal />
            <h2 className="mb-2 mt-6 text-sm font-medium text-muted">Run all of it on your machine</h2>
            <CodeBlock language="bash" code="npm start" />
            <p className="mt-3 text-sm text-muted">
              One command on a fresh clone, with nothing but Node.js: it starts everything, loads a corpus of
              invented companies, and prints a key.
            </p>
          </div>
        </div>
        <ul className="mt-16 grid gap-6 md:grid-cols-3">
          {PROMISES.map((promise) => (
            <li key={promise.title} className="rounded-lg border bg-raised p-5">
              <h2 className="font-semibold">{promise.title}</h2>
              <p className="mt-2 text-sm leading-relaxed">{promise.text}</p>
              <PageLink
                href={promise.href}
                className="mt-3 inline-block text-sm font-medium text-accent underline"
              >
                {promise.link}
              </PageLink>
            </li>
          ))}
        </ul>
      </div>
    </PageFrame>
  )
}
