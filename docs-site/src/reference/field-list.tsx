import { PageLink } from '../shell/index.ts'
import type { FieldNode } from './fields.ts'
import { Inline } from './prose.tsx'

/** Fields of fields are open to this depth; what is deeper opens on demand, also when a link leads to it. */
const OPEN_DEPTH = 1
const SHOWN_VALUES = 8

/** Parameters or properties, each with everything it may be, and an address of its own. */
export function FieldList({ fields, depth = 0 }: { fields: FieldNode[]; depth?: number }) {
  return (
    <ul className="reference-fields">
      {fields.map((field) => (
        <li key={field.id} id={field.id}>
          <Field field={field} depth={depth} />
        </li>
      ))}
    </ul>
  )
}

function Field({ field, depth }: { field: FieldNode; depth: number }) {
  const { id, name, type, required, description, constraints, examples } = field
  return (
    <>
      <p className="reference-field-head">
        <a href={`#${id}`} className="reference-field-name">
          <code>{name}</code>
        </a>
        <span className="reference-field-type">{type}</span>
        {required && isInput(id) ? <span className="reference-field-required">required</span> : null}
      </p>
      {description ? (
        <p>
          <Inline text={description} />
        </p>
      ) : null}
      {constraints.length > 0 ? (
        <p className="reference-field-note">
          <Inline text={capitalized(constraints.join(', '))} />
        </p>
      ) : null}
      <Values field={field} />
      {examples.length > 0 && field.values.length === 0 ? (
        <p className="reference-field-note">
          Example <code>{examples[0]}</code>
        </p>
      ) : null}
      <Children fields={field.children} title={`Fields of ${name}`} depth={depth} />
      {field.variants.map((variant) => (
        <details key={variant.name} className="reference-nested">
          <summary>
            <code>{variant.name}</code>
            {variant.description ? (
              <span className="reference-field-note">
                {' '}
                <Inline text={variant.description} />
              </span>
            ) : null}
          </summary>
          <FieldList fields={variant.children} depth={depth + 1} />
        </details>
      ))}
    </>
  )
}

/** Of an answer every field is there; only of what is sent something is required. */
function isInput(id: string): boolean {
  return !id.startsWith('field.answer')
}

function Children({ fields, title, depth }: { fields: FieldNode[]; title: string; depth: number }) {
  if (fields.length === 0) return null
  return (
    <details className="reference-nested" open={depth < OPEN_DEPTH}>
      <summary>{title}</summary>
      <FieldList fields={fields} depth={depth + 1} />
    </details>
  )
}

function Values({ field: { id, name, values, mayGrow } }: { field: FieldNode }) {
  if (values.length === 0) return null
  const list = (
    <ul className="reference-values">
      {values.map((value) => (
        <li key={value}>
          {name === 'signal_type' ? (
            <PageLink href={`/docs/signals/${value}`}>
              <code>{value}</code>
            </PageLink>
          ) : (
            <code>{value}</code>
          )}
        </li>
      ))}
    </ul>
  )
  const always = values.length === 1
  const title = mayGrow ? 'Values so far; more may come' : always ? 'Always' : 'One of'
  if (values.length <= SHOWN_VALUES) {
    return (
      <div className="reference-field-note reference-values-line">
        {title} {list}
      </div>
    )
  }
  return (
    <details className="reference-nested" id={`${id}-values`}>
      <summary>
        {title}: {values.length} values
      </summary>
      {list}
    </details>
  )
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
