'use client'

import type { HttpMethods, OperationObject } from 'fumadocs-openapi'
import {
  CodeBlockTab,
  CodeBlockTabs,
  CodeBlockTabsList,
  CodeBlockTabsTrigger,
} from 'fumadocs-ui/components/codeblock'
import { DynamicCodeBlock } from 'fumadocs-ui/components/dynamic-codeblock'
import { usePortalConfig } from '../use-portal-config.ts'
import { fieldsOf, isPublic, type Parameter, prepareRequest, toCurl, workingValues } from './request.ts'
import { sdkSample } from './sdk-sample.ts'

interface Props {
  path: string
  method: HttpMethods
  operation: OperationObject
  parameters: Parameter[]
  security: unknown[] | undefined
  body: unknown
}

/** The operation in the languages readers ask for, with what it needs filled in and nothing else. */
export function CodeSamples({ path, method, operation, parameters, security, body }: Props) {
  const { api_url } = usePortalConfig()
  const fields = fieldsOf(parameters, workingValues(operation))
  const values = Object.fromEntries(fields.map((field) => [field.name, field.initial]))
  const key = isPublic(operation, security) ? '' : 'key'
  const json = body === undefined ? undefined : JSON.stringify(body)
  const request = prepareRequest(api_url, path, method, fields, values, key, { body: json })
  const sdkMethod = (operation as { 'x-sdk-method'?: string })['x-sdk-method']
  const samples: { label: string; lang: string; code: string }[] = [
    { label: 'curl', lang: 'bash', code: toCurl(request) },
    ...(sdkMethod
      ? [{ label: 'SDK', lang: 'ts', code: sdkSample(sdkMethod, api_url, fields, values, body) }]
      : []),
    { label: 'fetch', lang: 'ts', code: fetchSample(request.url, request.method, key !== '', json) },
    { label: 'Python', lang: 'python', code: pythonSample(request.url, request.method, key !== '', json) },
  ]
  return (
    <CodeBlockTabs defaultValue="curl" groupId="latent-language">
      <CodeBlockTabsList>
        {samples.map(({ label }) => (
          <CodeBlockTabsTrigger key={label} value={label}>
            {label}
          </CodeBlockTabsTrigger>
        ))}
      </CodeBlockTabsList>
      {samples.map(({ label, lang, code }) => (
        <CodeBlockTab key={label} value={label}>
          <DynamicCodeBlock lang={lang} code={code} />
        </CodeBlockTab>
      ))}
    </CodeBlockTabs>
  )
}

function fetchSample(url: string, method: string, withKey: boolean, body: string | undefined): string {
  const headers = [
    ...(withKey ? [`    Authorization: \`Bearer \${process.env.LATENT_API_KEY}\`,`] : []),
    ...(body ? ["    'Content-Type': 'application/json',"] : []),
  ]
  const options = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...(headers.length > 0 ? ['  headers: {', ...headers, '  },'] : []),
    ...(body ? [`  body: JSON.stringify(${body}),`] : []),
  ]
  const call =
    options.length > 0 ? `await fetch('${url}', {\n${options.join('\n')}\n})` : `await fetch('${url}')`
  return `const response = ${call}\nconsole.log(response.status, await response.text())`
}

function pythonSample(url: string, method: string, withKey: boolean, body: string | undefined): string {
  const lines = [
    'import os, urllib.request',
    '',
    `request = urllib.request.Request("${url}"${method === 'GET' ? '' : `, method="${method}"`})`,
  ]
  if (withKey) lines.push('request.add_header("Authorization", f"Bearer {os.environ[\'LATENT_API_KEY\']}")')
  if (body)
    lines.push('request.add_header("Content-Type", "application/json")', `request.data = rb'''${body}'''`)
  lines.push(
    'with urllib.request.urlopen(request, timeout=30) as response:',
    '    print(response.status, response.read().decode())',
  )
  return lines.join('\n')
}
