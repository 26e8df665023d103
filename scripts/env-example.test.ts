import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { apiSettings } from '@sec-latent/api/config'
import { autoscalerSettings } from '@sec-latent/workers/autoscaler/config'
import { workerSettings } from '@sec-latent/workers/config'
import { queueDashboardSettings } from '@sec-latent/workers/queue-dashboard/config'
import { recoverySettings } from '@sec-latent/workers/recovery/settings'
import { expect, test } from 'vitest'

const text = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8')
const explained = [...text.matchAll(/^#([A-Z][A-Z0-9_]+)=/gm)].map((match) => String(match[1]))

test('.env.example explains every setting of every process, each once', () => {
  const settings = [apiSettings, workerSettings, autoscalerSettings, recoverySettings, queueDashboardSettings]
  const read = new Set(settings.flatMap(({ properties }) => Object.keys(properties)))
  // Which port a process listens on is the platform's to say; the file tells of API_PORT and PORTAL_PORT.
  for (const name of ['PORT', 'HEALTH_PORT', 'HOST']) read.delete(name)
  expect([...read].filter((name) => !explained.includes(name))).toEqual([])
  expect(explained.filter((name, index) => explained.indexOf(name) !== index)).toEqual([])
})

test('.env.example, copied as it is, sets nothing', () => {
  expect(parseEnv(text)).toEqual({})
})
