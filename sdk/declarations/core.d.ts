// The types of both module systems are the same and stand once, in core.d.cts.
export * from './core.cjs'
