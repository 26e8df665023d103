import { createElement, Fragment } from 'react'

/** Text of the contract, in which names stand between backticks. */
export function InlineCode({ text }: { text: string }) {
  const parts = text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? createElement('code', null, part) : part))
  return createElement(Fragment, null, ...parts)
}
