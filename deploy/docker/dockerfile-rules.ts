import { PINNED_IMAGE } from '../images/images.ts'

interface Instruction {
  name: string
  value: string
}

/** Comments and continued lines resolved, one instruction after the other. */
export function readInstructions(text: string): Instruction[] {
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', ...rest] = line.split(/\s+/)
      return { name: name.toUpperCase(), value: rest.join(' ') }
    })
}

/** Lines of Node with long-term support that is not over: even numbers from 22 on. */
const OLDEST_NODE = 22
const SECRET_NAME = /SECRET|TOKEN|PASSWORD|PEPPER|API_KEY|PRIVATE_KEY|CREDENTIAL|_DSN/

/** Every rule the file breaks, as sentences; an empty list is a good file. */
export function brokenRules(text: string): string[] {
  const instructions = readInstructions(text)
  const broken: string[] = []
  const named = (name: string) => instructions.filter((one) => one.name === name)
  const stages = named('FROM')
  const stageNames = new Set(stages.map((one) => / as (\S+)$/i.exec(one.value)?.[1]).filter(Boolean))
  const lastStage = instructions.slice(instructions.findLastIndex((one) => one.name === 'FROM'))

  if (stages.length < 2) broken.push('the build tools stay in the image: use a second stage')
  for (const { value } of stages) {
    const image = value.split(/\s+/).find((word) => !word.startsWith('--')) ?? ''
    if (stageNames.has(image)) continue
    // A tag may mean other bytes tomorrow; a digest cannot.
    if (!PINNED_IMAGE.test(image)) broken.push(`${image} is not pinned by version and digest`)
    const node = Number(/^node:(\d+)/.exec(image)?.[1] ?? OLDEST_NODE)
    if (node < OLDEST_NODE || node % 2 === 1) broken.push(`${image} is no Node with long-term support`)
  }
  if (named('ADD').length > 0) broken.push('ADD fetches and unpacks: use COPY')
  for (const { name, value } of [...named('ARG'), ...named('ENV')]) {
    if (SECRET_NAME.test(value)) broken.push(`${name} ${value.split('=')[0]} would keep a secret in a layer`)
  }
  for (const { value } of named('RUN')) {
    if (/\bnpm (install|i|add)\b/.test(value)) broken.push('npm install ignores the lock file: use npm ci')
    if (/\bnpm ci\b/.test(value) && !value.includes('--ignore-scripts'))
      broken.push('npm ci runs scripts of packages: add --ignore-scripts')
    if (/\bsudo\b|chmod (-R )?777/.test(value)) broken.push(`RUN ${value} widens rights`)
  }
  if (lastStage.some((one) => one.name === 'COPY' && !one.value.startsWith('--from=')))
    broken.push('the last stage copies from the build context')
  const user = lastStage.findLast((one) => one.name === 'USER')?.value ?? 'root'
  if (!/^[1-9]\d*(:[1-9]\d*)?$/.test(user)) broken.push(`the program runs as ${user}: name a number above 0`)
  const command = lastStage.findLast((one) => one.name === 'CMD' || one.name === 'ENTRYPOINT')?.value ?? ''
  if (!command.startsWith('["node", ')) broken.push('process 1 is not node itself, so it never sees SIGTERM')
  if (!lastStage.some((one) => one.name === 'HEALTHCHECK')) broken.push('there is no HEALTHCHECK')
  return broken
}

/** Whether the build context has a file, by the patterns of `.dockerignore`: the last that fits decides. */
export function isInContext(path: string, ignore: string): boolean {
  let within = true
  for (const line of ignore.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const pattern = line.replace(/^!/, '').replace(/^\/|\/$/g, '')
    // A pattern that fits a folder takes what is in it as well.
    const parents = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))
    if (parents.some((parent) => matchesGlob(parent, pattern))) within = line.startsWith('!')
  }
  return within
}

function matchesGlob(path: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(
      /\*\*\/|\*\*|\*|\?/g,
      (wildcard) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' })[wildcard] ?? '',
    )
  return new RegExp(`^${source}$`).test(path)
}
