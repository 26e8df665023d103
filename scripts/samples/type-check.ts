import { join } from 'node:path'
import ts from 'typescript'

const ROOT = join(import.meta.dirname, '../..')

/** What the compiler says about TypeScript samples, by name. Nothing is written to disk; the SDK's sources stand for the SDK. */
export function typeFaults(samples: Record<string, string>): Record<string, string[]> {
  const folder = join(ROOT, 'scripts/samples/in-memory')
  const files = new Map(Object.entries(samples).map(([name, code]) => [join(folder, `${name}.ts`), code]))
  const options: ts.CompilerOptions = {
    ...compilerOptions(),
    noEmit: true,
    // A sample that imports nothing is still a module: it awaits at its top.
    moduleDetection: ts.ModuleDetectionKind.Force,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path)
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path)
  host.getSourceFile = (path, target, ...rest) => {
    const code = files.get(path)
    if (code === undefined) return getSourceFile.call(host, path, target, ...rest)
    return ts.createSourceFile(path, code, target, true)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  const faults: Record<string, string[]> = {}
  for (const [name] of Object.entries(samples)) {
    const source = program.getSourceFile(join(folder, `${name}.ts`))
    const found = ts.getPreEmitDiagnostics(program, source)
    if (found.length > 0) {
      faults[name] = found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    }
  }
  return faults
}

/** Those of this repository, so that samples are as strict as its own code. */
function compilerOptions(): ts.CompilerOptions {
  const path = join(ROOT, 'tsconfig.json')
  const { config } = ts.readConfigFile(path, ts.sys.readFile)
  return ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT).options
}
