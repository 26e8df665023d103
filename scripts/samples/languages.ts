import {
  DEFAULT_BASE_URL,
  formFields,
  headersOf,
  needsIdempotencyKey,
  type SampleCall,
  urlOf,
} from './call.ts'
import { goString, javaScriptLiteral, pythonLiteral, shellQuoted } from './literals.ts'

/** The SDK comes first: it is what we would use. */
export const languages = ['sdk', 'curl', 'fetch', 'python', 'go'] as const
export type Language = (typeof languages)[number]

/** What people call it, what a highlighter and what a file calls it. */
export const languageNames: Record<Language, { label: string; syntax: string; extension: string }> = {
  sdk: { label: 'SDK', syntax: 'typescript', extension: 'ts' },
  curl: { label: 'curl', syntax: 'bash', extension: 'sh' },
  fetch: { label: 'fetch', syntax: 'typescript', extension: 'ts' },
  python: { label: 'Python', syntax: 'python', extension: 'py' },
  go: { label: 'Go', syntax: 'go', extension: 'go' },
}

const write: Record<Language, (call: SampleCall) => string | undefined> = {
  sdk: sdkSample,
  curl: curlSample,
  fetch: fetchSample,
  python: pythonSample,
  go: goSample,
}

export interface Sample {
  language: Language
  code: string
}

/** The call in every language that can make it. The key comes from the environment: a sample can be shared. */
export function samplesOf(call: SampleCall): Sample[] {
  return languages.flatMap((language) => {
    const code = write[language](call)
    return code === undefined ? [] : [{ language, code }]
  })
}

function sdkSample(call: SampleCall): string | undefined {
  if (call.credentials === 'basic') return undefined
  if (call.sdkMethod === undefined) return undefined
  const options = call.baseUrl === DEFAULT_BASE_URL ? '' : javaScriptLiteral({ baseUrl: call.baseUrl })
  const path = [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name]) =>
    javaScriptLiteral(call.pathValues[name as string] ?? ''),
  )
  const query = call.query.length > 0 ? javaScriptLiteral(Object.fromEntries(call.query)) : undefined
  const requestOptions = sdkOptions(call.headers)
  const args = [
    ...path,
    ...(call.bodyKind === 'json' ? [javaScriptLiteral(call.body)] : []),
    ...(query !== undefined ? [query] : requestOptions && call.takesQuery ? ['{}'] : []),
    ...(requestOptions ? [requestOptions] : []),
  ]
  return [
    "import { LatentClient } from '@sec-latent/sdk'",
    '',
    '// The key is read from LATENT_API_KEY.',
    `const client = new LatentClient(${options})`,
    '',
    sdkUse(call, `client.${call.sdkMethod}(${argumentList(args)})`),
    '',
  ].join('\n')
}

const MAX_ARGUMENT_CHARS = 80

/** Arguments on one line where they fit; an object that fills several lines stays where it is. */
function argumentList(args: string[]): string {
  const line = args.join(', ')
  if (line.includes('\n') || line.length <= MAX_ARGUMENT_CHARS) return line
  return `\n${args.map((one) => `  ${one},\n`).join('')}`
}

function sdkOptions(headers: Record<string, string>): string | undefined {
  const entries = Object.entries(headers)
  if (entries.length === 0) return undefined
  const named: Record<string, unknown> = {}
  const rest: Record<string, string> = {}
  for (const [name, value] of entries) {
    if (name.toLowerCase() === 'if-match') named.ifMatch = value
    else if (name.toLowerCase() === 'idempotency-key') named.idempotencyKey = value
    else rest[name] = value
  }
  return javaScriptLiteral({ ...named, ...(Object.keys(rest).length > 0 ? { headers: rest } : {}) })
}

function sdkUse({ answer }: SampleCall, call: string): string {
  switch (answer) {
    case 'page':
      return `const page = await ${call}\nfor (const entry of page.data) console.log(entry)`
    case 'stream':
      return `for await (const { id, event, data } of ${call}) {\n  console.log(id, event, data)\n}`
    case 'bytes':
      return `const bytes = await ${call}\nconsole.log(bytes.length, 'bytes')`
    case 'text':
      return `const text = await ${call}\nconsole.log(text)`
    case 'none':
      return `await ${call}`
    default:
      return `const answer = await ${call}\nconsole.log(answer)`
  }
}

function curlSample(call: SampleCall): string {
  const url = shellQuoted(urlOf(call))
  const streamed = call.answer === 'stream' ? '-N ' : ''
  const binary = call.answer === 'bytes' ? '-o answer.bin ' : ''
  const method = call.method === 'GET' ? '' : `-X ${call.method} `
  const form = call.bodyKind === 'form' ? formFields(call.body) : []
  return `${[
    `curl --fail-with-body ${streamed}${binary}${method}${url}`,
    ...(call.credentials === 'key' ? ['-H "Authorization: Bearer $LATENT_API_KEY"'] : []),
    ...(call.credentials === 'basic' ? ['-u "$LATENT_CLIENT_ID:$LATENT_CLIENT_SECRET"'] : []),
    ...headersOf(call).map(([name, value]) => `-H ${shellQuoted(`${name}: ${value}`)}`),
    ...(call.bodyKind === 'json' ? [`--data ${shellQuoted(readableJson(call.body))}`] : []),
    ...form.map(([name, value]) => `--data-urlencode ${shellQuoted(`${name}=${value}`)}`),
  ].join(' \\\n  ')}\n`
}

/** JSON on one line while that is readable. */
function readableJson(value: unknown): string {
  const line = JSON.stringify(value)
  return line.length <= 80 ? line : JSON.stringify(value, null, 2)
}

function fetchSample(call: SampleCall): string {
  const headers = [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code that is written, not run.
    ...(call.credentials === 'key' ? ['Authorization: `Bearer ${process.env.LATENT_API_KEY}`'] : []),
    ...(call.credentials === 'basic'
      ? [
          // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code that is written, not run.
          'Authorization: `Basic ${btoa(`${process.env.LATENT_CLIENT_ID}:${process.env.LATENT_CLIENT_SECRET}`)}`',
        ]
      : []),
    ...headersOf(call).map(
      ([name, value]) => `${javaScriptLiteral(name).replace(/^'(\w+)'$/, '$1')}: ${javaScriptLiteral(value)}`,
    ),
    ...(needsIdempotencyKey(call) ? ["'Idempotency-Key': crypto.randomUUID()"] : []),
  ]
  const body =
    call.bodyKind === 'json'
      ? [`  body: JSON.stringify(${javaScriptLiteral(call.body, '  ')}),`]
      : call.bodyKind === 'form'
        ? [
            `  body: new URLSearchParams(${javaScriptLiteral(Object.fromEntries(formFields(call.body)), '  ')}),`,
          ]
        : []
  const lines = [
    ...(call.method === 'GET' ? [] : [`  method: '${call.method}',`]),
    ...(headers.length > 0 ? ['  headers: {', ...headers.map((line) => `    ${line},`), '  },'] : []),
    ...body,
    ...(call.answer === 'stream' ? [] : ['  signal: AbortSignal.timeout(30_000),']),
  ]
  const options = lines.length > 0 ? `, {\n${lines.join('\n')}\n}` : ''
  return [
    `const response = await fetch(${javaScriptLiteral(urlOf(call))}${options})`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code that is written, not run.
    'if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)',
    fetchUse(call),
    '',
  ].join('\n')
}

function fetchUse({ answer }: SampleCall): string {
  switch (answer) {
    case 'stream':
      return [
        'if (!response.body) throw new Error("no body")',
        'for await (const text of response.body.pipeThrough(new TextDecoderStream())) {',
        '  console.log(text)',
        '}',
      ]
        .join('\n')
        .replaceAll('"', "'")
    case 'bytes':
      return "const bytes = await response.arrayBuffer()\nconsole.log(bytes.byteLength, 'bytes')"
    case 'text':
      return 'console.log(await response.text())'
    case 'none':
      return 'console.log(response.status)'
    default:
      return 'console.log(await response.json())'
  }
}

function pythonSample(call: SampleCall): string {
  const repeated = needsIdempotencyKey(call)
  const environment = call.credentials === 'none' ? [] : ['os']
  const modules = [
    ...(call.credentials === 'basic' ? ['base64'] : []),
    ...(call.bodyKind === 'json' || isJson(call) ? ['json'] : []),
    ...environment,
    ...(call.bodyKind === 'form' ? ['urllib.parse'] : []),
    'urllib.request',
    ...(repeated ? ['uuid'] : []),
  ]
  const headers = [
    ...(call.credentials === 'key' ? [`"Authorization": f"Bearer {os.environ['LATENT_API_KEY']}"`] : []),
    ...(call.credentials === 'basic' ? ['"Authorization": f"Basic {credentials}"'] : []),
    ...headersOf(call).map(([name, value]) => `${pythonLiteral(name)}: ${pythonLiteral(value)}`),
    ...(repeated ? ['"Idempotency-Key": str(uuid.uuid4())'] : []),
  ]
  const data =
    call.bodyKind === 'json'
      ? [`    data=json.dumps(${pythonLiteral(call.body, '    ')}).encode(),`]
      : call.bodyKind === 'form'
        ? [
            `    data=urllib.parse.urlencode(${pythonLiteral(Object.fromEntries(formFields(call.body)), '    ')}).encode(),`,
          ]
        : []
  const credentials = [
    `secret = f"{os.environ['LATENT_CLIENT_ID']}:{os.environ['LATENT_CLIENT_SECRET']}"`,
    'credentials = base64.b64encode(secret.encode()).decode()',
    '',
  ]
  return [
    ...modules.map((name) => `import ${name}`),
    '',
    ...(call.credentials === 'basic' ? credentials : []),
    'request = urllib.request.Request(',
    `    ${pythonLiteral(urlOf(call))},`,
    ...(call.method === 'GET' ? [] : [`    method="${call.method}",`]),
    ...(headers.length > 0 ? ['    headers={', ...headers.map((line) => `        ${line},`), '    },'] : []),
    ...data,
    ')',
    'with urllib.request.urlopen(request, timeout=30) as response:',
    ...pythonUse(call).map((line) => `    ${line}`),
    '',
  ].join('\n')
}

function isJson({ answer }: SampleCall): boolean {
  return answer === 'json' || answer === 'page'
}

function pythonUse({ answer }: SampleCall): string[] {
  switch (answer) {
    case 'page':
      return ['for entry in json.load(response)["data"]:', '    print(entry)']
    case 'stream':
      return ['for line in response:', '    print(line.decode().rstrip(), flush=True)']
    case 'bytes':
      return ['print(len(response.read()), "bytes")']
    case 'text':
      return ['print(response.read().decode())']
    case 'none':
      return ['print(response.status)']
    default:
      return ['print(json.load(response))']
  }
}

function goSample(call: SampleCall): string {
  const repeated = needsIdempotencyKey(call)
  const hasBody = call.bodyKind !== 'none'
  const isForm = call.bodyKind === 'form'
  const environment = call.credentials !== 'none'
  const modules = [
    ...(repeated ? ['crypto/rand'] : []),
    'fmt',
    'io',
    'log',
    'net/http',
    ...(isForm ? ['net/url'] : []),
    'os',
    ...(hasBody ? ['strings'] : []),
  ].filter((name) => name !== 'os' || environment || call.answer === 'stream')
  const form = [
    '\tform := url.Values{}',
    ...formFields(call.body).map(([name, value]) => `\tform.Set(${goString(name)}, ${goString(value)})`),
  ]
  const body = isForm
    ? 'strings.NewReader(form.Encode())'
    : hasBody
      ? `strings.NewReader(${goString(readableJson(call.body))})`
      : 'nil'
  const headers = [
    ...(call.credentials === 'key' ? ['"Authorization", "Bearer "+os.Getenv("LATENT_API_KEY")'] : []),
    ...headersOf(call).map(([name, value]) => `${goString(name)}, ${goString(value)}`),
    ...(isForm ? ['"Content-Type", "application/x-www-form-urlencoded"'] : []),
    ...(repeated ? ['"Idempotency-Key", rand.Text()'] : []),
  ]
  return [
    'package main',
    '',
    'import (',
    ...modules.map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    ...(isForm ? form : []),
    `\trequest, err := http.NewRequest("${call.method}", ${goString(urlOf(call))}, ${body})`,
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    ...(call.credentials === 'basic'
      ? ['\trequest.SetBasicAuth(os.Getenv("LATENT_CLIENT_ID"), os.Getenv("LATENT_CLIENT_SECRET"))']
      : []),
    ...headers.map((line) => `\trequest.Header.Set(${line})`),
    '\tresponse, err := http.DefaultClient.Do(request)',
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '\tdefer response.Body.Close()',
    ...(call.answer === 'stream'
      ? ['\tif _, err := io.Copy(os.Stdout, response.Body); err != nil {', '\t\tlog.Fatal(err)', '\t}']
      : [
          '\tbody, err := io.ReadAll(response.Body)',
          '\tif err != nil {',
          '\t\tlog.Fatal(err)',
          '\t}',
          call.answer === 'bytes'
            ? '\tfmt.Println(response.Status, len(body), "bytes")'
            : '\tfmt.Println(response.Status, string(body))',
        ]),
    '}',
    '',
  ]
    .filter((line) => !(call.answer === 'stream' && line === '\t"fmt"'))
    .join('\n')
}
