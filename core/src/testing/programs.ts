import { fileURLToPath } from 'node:url'
import { askBroker } from './broker.ts'

/**
 * The folder that holds the programs as they run in production, such as `api/dist/main.js`: built once per run, from the
 * sources as they are. They start in a third of the time that the sources take, which have to be compiled each time.
 */
export async function testPrograms(): Promise<string> {
  return fileURLToPath(await askBroker('/programs'))
}
