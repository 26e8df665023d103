import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { codeWithOwnAddress, withOwnAddress } from './own-address.tsx'

const env = { NEXT_PUBLIC_API_URL: 'https://api.example.com/' }

test('a guide names the API of its portal, and that of the reader where there is no other', () => {
  const command = "curl 'http://localhost:8000/v1/filings'"
  expect(withOwnAddress(command, env)).toBe("curl 'https://api.example.com/v1/filings'")
  expect(withOwnAddress(command, {})).toBe(command)
})

test('coloured code keeps its pieces', () => {
  const code = createElement('code', null, [
    createElement('span', { key: 1, className: 'a' }, 'curl '),
    createElement('span', { key: 2, className: 'b' }, "'http://localhost:8000/v1'"),
  ])
  expect(renderToStaticMarkup(createElement('pre', null, codeWithOwnAddress(code, env)))).toBe(
    '<pre><code><span class="a">curl </span><span class="b">&#x27;https://api.example.com/v1&#x27;</span></code></pre>',
  )
})
