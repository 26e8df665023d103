import { writeSampleCorpus } from './write.ts'

const directory = process.argv[2]
if (!directory) {
  process.stderr.write('usage: npx tsx core/src/sample-corpus/write-main.ts DIRECTORY\n')
  process.exitCode = 2
} else {
  const { files, bytes } = await writeSampleCorpus(directory)
  process.stdout.write(`${files} files, ${bytes} bytes written to ${directory}\n`)
}
