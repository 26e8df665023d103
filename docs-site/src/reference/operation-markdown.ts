import type { Operation } from '../../../scripts/samples/contract.ts'
import { languageNames } from '../../../scripts/samples/languages.ts'
import { problems } from '../problem-pages.ts'
import { exampleOfSchema } from './example-answer.ts'
import { factsOf } from './facts.ts'
import type { FieldNode } from './fields.ts'
import { contract, groups, type OperationGroup, operationUrl, titleOf } from './operations.ts'
import { operationSamples } from './samples.ts'

const PLACES = { path: 'Path parameters', query: 'Query parameters', header: 'Headers' }
/** A reader of Markdown wants to know that there are many, not all of them. */
const SHOWN_VALUES = 24

/** The page of an operation as Markdown, its heading included. */
export function operationMarkdown(entry: Operation): string {
  const { path, method, operation } = entry
  const facts = factsOf(entry)
  const { answer, body } = facts
  return [
    `# ${titleOf(entry)}`,
    `\`${method.toUpperCase()} ${path}\``,
    operation.description ?? '',
    [
      `- Operation: \`${operation.operationId}\``,
      facts.sdkMethod ? `- SDK: \`client.${facts.sdkMethod}()\`` : '',
      `- Scopes: ${facts.isPublic ? 'none, no key is needed' : facts.scopes.map((scope) => `\`${scope}\``).join(', ') || 'any key'}`,
      `- Cost: ${facts.cost === 0 ? 'free' : `${facts.cost} ${facts.cost === 1 ? 'unit' : 'units'}. ${facts.billing}`}`,
      facts.isPaged ? '- Pages: send `next_cursor` as `cursor` until `has_more` is false' : '',
      facts.takesAsOf ? '- Answers as of any moment in the past (`as_of`)' : '',
      facts.idempotency === 'key' ? '- With the same `Idempotency-Key` the change happens once' : '',
      facts.needsIfMatch ? '- `If-Match` with the `ETag` of the object is required' : '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
    ...facts.parameters.map(({ place, fields }) => `## ${PLACES[place]}\n\n${fieldLines(fields)}`),
    body
      ? `## Body\n\n\`${body.type}\`${body.required ? ', required' : ''}. ${body.description}\n\n${fieldLines(body.fields)}`
      : '',
    `## Answer ${answer.status}\n\n${answer.description}`,
    answer.types.length > 1
      ? `As ${answer.types.map((type) => `\`${type}\``).join(', ')}, by \`Accept\`.`
      : '',
    answer.fields.length > 0 ? fieldLines(answer.fields) : '',
    `Headers: ${answer.headers.map(({ name }) => `\`${name}\``).join(', ')}.`,
    '## Samples',
    ...operationSamples(entry).map(
      ({ language, code }) =>
        `### ${languageNames[language].label}\n\n\`\`\`${languageNames[language].syntax}\n${code.trimEnd()}\n\`\`\``,
    ),
    answer.schema
      ? `## Example answer\n\n\`\`\`json\n${JSON.stringify(exampleOfSchema(contract, answer.schema), null, 2)}\n\`\`\``
      : '',
    `## Errors\n\n${facts.problemCodes.map(problemLine).join('\n')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

function fieldLines(fields: FieldNode[], indent = ''): string {
  return fields.map((field) => fieldLine(field, indent)).join('\n')
}

function fieldLine(field: FieldNode, indent: string): string {
  const { name, type, required, description, constraints, values, examples, mayGrow } = field
  const shown = values.slice(0, SHOWN_VALUES).map((value) => `\`${value}\``)
  const more = values.length > shown.length ? `, and ${values.length - shown.length} more` : ''
  const about = [
    description,
    constraints.length > 0 ? `${constraints.join(', ')}.` : '',
    shown.length > 0 ? `${mayGrow ? 'Values so far' : 'One of'}: ${shown.join(', ')}${more}.` : '',
    values.length === 0 && examples[0] !== undefined ? `Example: \`${examples[0]}\`.` : '',
  ].filter((part) => part !== '')
  const isInput = !field.id.startsWith('field.answer')
  const head = `${indent}- \`${name}\` (${type}${required && isInput ? ', required' : ''}): ${about.join(' ')}`
  const inner = `${indent}  `
  return [
    head.trimEnd().replace(/:$/, ''),
    ...(field.children.length > 0 ? [fieldLines(field.children, inner)] : []),
    ...field.variants.map((variant) =>
      [
        `${inner}- as \`${variant.name}\`: ${variant.description}`,
        fieldLines(variant.children, `${inner}  `),
      ].join('\n'),
    ),
  ].join('\n')
}

function problemLine(code: string): string {
  const problem = problems.find((one) => one.code === code)
  return `- [\`${code}\`](/docs/errors/${code}.md)${problem ? ` (${problem.status}): ${problem.title}` : ''}`
}

/** The page of a tag as Markdown. */
export function groupMarkdown(group: OperationGroup): string {
  return `# ${group.tag}\n\n${group.description ?? ''}\n\n${operationLines(group)}\n`
}

/** The front page of the reference as Markdown. */
export function referenceMarkdown(): string {
  const parts = groups.map(
    (group) => `## ${group.tag}\n\n${group.description ?? ''}\n\n${operationLines(group)}`,
  )
  return `# API reference\n\nEvery operation, from the [contract](/openapi.json).\n\n${parts.join('\n\n')}\n`
}

function operationLines(group: OperationGroup): string {
  return group.operations
    .map(
      (entry) =>
        `- [${entry.method.toUpperCase()} ${entry.path}](${operationUrl(entry)}.md): ${titleOf(entry)}`,
    )
    .join('\n')
}
