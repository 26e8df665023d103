import { parseArgs } from 'node:util'
import S3rver from '@20minutes/s3rver'

// tsx scripts/cluster/object-store-main.ts --folder DIR --port N
// A server that speaks S3 and checks signatures, with one account and the bucket "filings".
const { values } = parseArgs({ options: { folder: { type: 'string' }, port: { type: 'string' } } })
const server = new S3rver({
  address: '127.0.0.1',
  port: Number(values.port),
  silent: true,
  directory: values.folder as string,
  configureBuckets: [{ name: 'filings', configs: [] }],
})
await server.run()
