import type { Operation } from '../../../scripts/samples/contract.ts'
import type { Language } from '../../../scripts/samples/languages.ts'
import { explorerOperation } from '../explorer/explorer-operation.ts'
import { TryIt } from '../explorer/try-it.tsx'
import { problems, problemsByStatus } from '../problem-pages.ts'
import { CodeBlock, CopyButton, Method, PageLink, Table } from '../shell/index.ts'
import { exampleOfSchema } from './example-answer.ts'
import { factsOf, type OperationFacts } from './facts.ts'
import { FieldList } from './field-list.tsx'
import { contract, groupOf, groupUrl, operationUrl, titleOf } from './operations.ts'
import { Inline, Prose } from './prose.tsx'
import { SampleTabs } from './sample-tabs.tsx'

/** Everything about one operation: what it does on the left, how a call looks on the right. */
export function OperationPage({ entry, language }: { entry: Operation; language: Language }) {
  const { path, method, operation } = entry
  const facts = factsOf(entry)
  const group = groupOf(entry)
  return (
    <article className="reference-operation">
      <div className="reference-prose">
        <p className="reference-crumb">
          <PageLink href="/docs/reference">Reference</PageLink> /{' '}
          <PageLink href={groupUrl(group)}>{group.tag}</PageLink>
        </p>
        <h1>{titleOf(entry)}</h1>
        {operation.deprecated ? (
          <p className="reference-deprecated">
            Deprecated{operation['x-sunset'] ? `; it stops answering on ${operation['x-sunset']}` : ''}.
          </p>
        ) : null}
        <p className="reference-address">
          <Method method={method} /> <code>{path}</code>
          <CopyButton data-copy={path} aria-label="Copy the path" />
        </p>
        {operation.description ? <Prose text={operation.description} /> : null}
        <TryIt operation={explorerOperation(entry)} />
        <Facts facts={facts} operationId={operation.operationId} />
        <Parameters facts={facts} />
        <Body facts={facts} />
        <Answer facts={facts} />
        <Problems codes={facts.problemCodes} />
        <p className="reference-source">
          <a href={`${operationUrl(entry)}.md`}>This page as Markdown</a>
        </p>
      </div>
      <aside className="reference-aside" aria-label="Samples">
        <h2>Request</h2>
        <SampleTabs entry={entry} language={language} />
        <ExampleAnswer facts={facts} />
      </aside>
    </article>
  )
}

const PLACES = { path: 'Path', query: 'Query', header: 'Headers' }

function Facts({ facts, operationId }: { facts: OperationFacts; operationId: string }) {
  const rows: [string, React.ReactNode][] = [
    ['Operation', <code key="id">{operationId}</code>],
    ...(facts.sdkMethod
      ? ([['SDK', <code key="sdk">client.{facts.sdkMethod}()</code>]] as [string, React.ReactNode][])
      : []),
    ['Scopes', <Scopes key="scopes" facts={facts} />],
    ['Cost', <Cost key="cost" facts={facts} />],
  ]
  if (facts.isPaged) {
    rows.push([
      'Pages',
      <>
        Send <code>next_cursor</code> as <code>cursor</code> until <code>has_more</code> is false.{' '}
        <PageLink href="/docs/concepts/pagination">Pagination</PageLink>
      </>,
    ])
  }
  if (facts.takesAsOf) {
    rows.push([
      'as_of',
      <>
        Answers as of any moment in the past. <PageLink href="/docs/concepts/time">Time travel</PageLink>
      </>,
    ])
  }
  if (facts.idempotency === 'key') {
    rows.push([
      'Repeating',
      <>
        With the same <code>Idempotency-Key</code> the change happens once.{' '}
        <PageLink href="/docs/concepts/requests">Requests</PageLink>
      </>,
    ])
  }
  if (facts.needsIfMatch) {
    rows.push([
      'If-Match',
      <>
        The <code>ETag</code> of the object as you read it is required.
      </>,
    ])
  }
  return (
    <dl className="reference-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Scopes({ facts }: { facts: OperationFacts }) {
  if (facts.isPublic) return <>none; no key is needed</>
  if (facts.scopes.length === 0) return <>any key</>
  return (
    <span className="reference-scopes">
      {facts.scopes.map((scope) => (
        <code key={scope}>{scope}</code>
      ))}
    </span>
  )
}

function Cost({ facts: { cost, billing } }: { facts: OperationFacts }) {
  if (cost === 0) return <>free</>
  return (
    <>
      {cost} {cost === 1 ? 'unit' : 'units'}. <Inline text={billing} />{' '}
      <PageLink href="/docs/concepts/billing">Billing</PageLink>
    </>
  )
}

function Parameters({ facts }: { facts: OperationFacts }) {
  return facts.parameters.map(({ place, fields }) => (
    <section key={place} aria-labelledby={`parameters-${place}`}>
      <h2 id={`parameters-${place}`}>{PLACES[place]}</h2>
      <FieldList fields={fields} />
    </section>
  ))
}

function Body({ facts: { body } }: { facts: OperationFacts }) {
  if (!body) return null
  return (
    <section aria-labelledby="body">
      <h2 id="body">Body</h2>
      <p className="reference-field-note">
        <code>{body.type}</code>
        {body.required ? ', required' : ', optional'}
      </p>
      {body.description ? <Prose text={body.description} /> : null}
      <FieldList fields={body.fields} />
    </section>
  )
}

function Answer({ facts: { answer } }: { facts: OperationFacts }) {
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">Answer {answer.status}</h2>
      <Prose text={answer.description} />
      {answer.types.length > 1 ? (
        <p className="reference-field-note">
          Ask with <code>Accept</code> for{' '}
          {answer.types.map((type, index) => (
            <span key={type}>
              {index === 0 ? '' : index === answer.types.length - 1 ? ' or ' : ', '}
              <code>{type}</code>
            </span>
          ))}
          .
        </p>
      ) : null}
      {answer.fields.length > 0 ? <FieldList fields={answer.fields} /> : null}
      <details className="reference-nested">
        <summary>Headers of the answer</summary>
        <ul className="reference-fields">
          {answer.headers.map(({ name, description, example }) => (
            <li key={name} id={`field.answer-header.${name}`}>
              <p className="reference-field-head">
                <a href={`#field.answer-header.${name}`} className="reference-field-name">
                  <code>{name}</code>
                </a>
              </p>
              <p>
                <Inline text={description} />
              </p>
              {example ? (
                <p className="reference-field-note">
                  Example <code>{example}</code>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

/** Every problem the operation can answer with, by status, each linked to its page. */
function Problems({ codes }: { codes: string[] }) {
  const known = problemsByStatus()
    .map(([status, all]) => ({ status, own: all.filter(({ code }) => codes.includes(code)) }))
    .filter(({ own }) => own.length > 0)
  if (known.length === 0) return null
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">Errors</h2>
      <p>
        All have <PageLink href="/docs/errors">the same form</PageLink>; <code>code</code> says which it is.
      </p>
      <Table caption="Errors of this operation" dense>
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Codes</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ status, own }) => (
            <tr key={status}>
              <td>{status}</td>
              <td>
                <ul className="reference-values">
                  {own.map(({ code, title }) => (
                    <li key={code}>
                      <PageLink href={`/docs/errors/${code}`} title={title}>
                        <code>{code}</code>
                      </PageLink>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

/** The problem that belongs to this operation more than to others; what every operation can answer comes first in the list. */
function ownProblem(codes: string[]) {
  const code = codes.findLast((one) => problems.some((problem) => problem.code === one)) ?? ''
  return problems.find((problem) => problem.code === code)
}

function ExampleAnswer({ facts }: { facts: OperationFacts }) {
  const { status, schema } = facts.answer
  const problem = ownProblem(facts.problemCodes)
  return (
    <>
      <h2>Answer</h2>
      {schema ? (
        <CodeBlock
          title={`${status}`}
          language="json"
          code={JSON.stringify(exampleOfSchema(contract, schema), null, 2)}
        />
      ) : (
        <p className="reference-field-note">
          {status} with {facts.answer.types.length === 0 ? 'no body' : facts.answer.types.join(', ')}.
        </p>
      )}
      {problem ? (
        <details className="reference-nested">
          <summary>An error: {problem.status}</summary>
          <CodeBlock
            language="json"
            code={JSON.stringify(
              {
                type: `/docs/errors/${problem.code}`,
                title: problem.title,
                status: problem.status,
                detail: problem.description,
                code: problem.code,
                request_id: 'req_06fpr5v8k0ah3q7yd2m4xw9ezc',
                retryable: problem.retryable ?? false,
                errors: [],
              },
              null,
              2,
            )}
          />
        </details>
      ) : null}
    </>
  )
}
