// @ts-check
// For runtimes that have a command line: the address of the API is the first argument, the results are the last line of the output.
import process from 'node:process'
import { smoke } from './smoke.mjs'

console.log(JSON.stringify(await smoke(process.argv[2] ?? '')))
