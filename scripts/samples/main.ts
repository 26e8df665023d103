import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operationsOf } from './contract.ts'
import { executeSamples, runnable } from './execute.ts'

/**
 * npm run samples [operation…]
 * Runs the samples of every operation against a running API with the sample corpus, such as `npm start` gives:
 * LATENT_API_URL, LATENT_API_KEY (a test key), LATENT_ADMIN_KEY (without it operations on the account are left out).
 * LANGUAGES=sdk,curl runs only those. Ends with code 1 when a sample fails.
 */
const { LATENT_API_URL: url, LATENT_API_KEY: key, LATENT_ADMIN_KEY: adminKey } = process.env
if (!url || !key) throw new Error('Set LATENT_API_URL and LATENT_API_KEY; "npm start" prints both.')

const read = async (name: string) =>
  JSON.parse(await readFile(join(import.meta.dirname, '../../openapi', name), 'utf8'))
const document = await read('openapi.json')
const wanted = process.argv.slice(2)
const languages = runnable.filter(
  (language) => !process.env.LANGUAGES || process.env.LANGUAGES.split(',').includes(language),
)
const operations = operationsOf(document).filter(
  ({ operation }) => wanted.length === 0 || wanted.includes(operation.operationId),
)
const folder = await mkdtemp(join(tmpdir(), 'sec-latent-samples-'))
try {
  const outcomes = await executeSamples(
    { url: url.replace(/\/+$/, ''), key, adminKey, document, sdkMethods: await read('sdk-methods.json') },
    { operations, folder, languages, say: (line) => console.log(line) },
  )
  for (const { operationId, language, fault } of outcomes.filter(({ skipped }) => skipped)) {
    console.log(`not run ${operationId} in ${language}: ${fault}`)
  }
  if (outcomes.some(({ fault, skipped }) => fault !== '' && !skipped)) process.exitCode = 1
  const ran = outcomes.filter(({ fault }) => fault === '')
  const complete = operations.filter(({ operation }) =>
    languages.every((language) =>
      ran.some((one) => one.operationId === operation.operationId && one.language === language),
    ),
  )
  console.log(
    `${ran.length} samples ran; ${complete.length} of ${operations.length} operations in every language`,
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}
