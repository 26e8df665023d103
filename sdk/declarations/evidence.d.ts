// The types of both module systems are the same and stand once, in evidence.d.cts.
export * from './evidence.cjs'
