import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareCompose } from './prepare.ts'

// npm run compose:prepare -- --api-name api.example.com --portal-name example.com --edgar-user-agent "You you@example.com"
//   [--mail-url smtp://…] [--certificate fullchain.pem --certificate-key key.pem] [--folder deploy/compose/generated]
const { values } = parseArgs({
  options: {
    'api-name': { type: 'string' },
    'portal-name': { type: 'string' },
    'edgar-user-agent': { type: 'string' },
    'mail-url': { type: 'string' },
    certificate: { type: 'string' },
    'certificate-key': { type: 'string' },
    folder: { type: 'string', default: join(import.meta.dirname, 'generated') },
  },
})
const { 'api-name': apiName, 'portal-name': portalName, 'edgar-user-agent': edgarUserAgent } = values
if (!apiName || !portalName || !edgarUserAgent) {
  console.error('Needed: --api-name, --portal-name and --edgar-user-agent.')
  process.exit(2)
}
try {
  prepareCompose({
    ...{ folder: values.folder, apiName, portalName, edgarUserAgent, mailUrl: values['mail-url'] },
    ...{ certificate: values.certificate, certificateKey: values['certificate-key'] },
  })
  console.log(`Written to ${values.folder}. Keep a copy somewhere safe: without it the data cannot be read.`)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
